/** What all wire formats between nodes have in common. */
@NullMarked
package io.ergo.network;

import org.jspecify.annotations.NullMarked;
