/** What a node does under blocking, flooding and idleness: times, shares of a processor and bytes, each measured in a JVM of its own. */
@NullMarked
package io.ergo.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
