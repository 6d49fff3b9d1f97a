/** Runs recorded vectors: what {@code interop/vectors} starts. */
@NullMarked
package io.ergo.interop.vectors;

import org.jspecify.annotations.NullMarked;
