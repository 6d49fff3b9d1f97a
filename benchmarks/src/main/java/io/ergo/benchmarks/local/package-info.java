/** The workloads on one node, the same for each side, and the program that runs them in a JVM of its own. */
@NullMarked
package io.ergo.benchmarks.local;

import org.jspecify.annotations.NullMarked;
