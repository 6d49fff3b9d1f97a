/** Vectors of EDF: types, values and bytes, in each form that a value has here. */
@NullMarked
package io.ergo.interop.vectors.edf;

import org.jspecify.annotations.NullMarked;
