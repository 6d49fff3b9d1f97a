/** Vectors of ENP: frames and their compression. */
@NullMarked
package io.ergo.interop.vectors.enp;

import org.jspecify.annotations.NullMarked;
