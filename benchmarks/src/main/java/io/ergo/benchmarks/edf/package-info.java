/** The shapes that are encoded and decoded, in the formats that are compared. */
@NullMarked
package io.ergo.benchmarks.edf;

import org.jspecify.annotations.NullMarked;
