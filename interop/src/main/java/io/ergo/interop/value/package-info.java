/** Values as the line protocol writes them: typed trees in which the distinctions of the other implementation are kept. */
@NullMarked
package io.ergo.interop.value;

import org.jspecify.annotations.NullMarked;
