/** Targets for the fuzzer, what holds decoders to their bounds, and the command that runs them. */
@NullMarked
package io.ergo.fuzz;

import org.jspecify.annotations.NullMarked;
