/** Measurements of the runtime and of its peers: starts measuring programs in turn, compares their figures, prints and writes them. */
@NullMarked
package io.ergo.benchmarks;

import org.jspecify.annotations.NullMarked;
