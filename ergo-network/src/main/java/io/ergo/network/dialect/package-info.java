/** How two connected nodes understand each other: the types in the layout of the peer's release, and the tables that both announced. */
@NullMarked
package io.ergo.network.dialect;

import org.jspecify.annotations.NullMarked;
