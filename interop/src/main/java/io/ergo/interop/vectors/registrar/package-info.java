/** Vectors of the embedded registrar. */
@NullMarked
package io.ergo.interop.vectors.registrar;

import org.jspecify.annotations.NullMarked;
