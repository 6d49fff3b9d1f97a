/// Measurements of the runtime and of its peers.
@NullMarked
package io.ergo.benchmarks;

import org.jspecify.annotations.NullMarked;
