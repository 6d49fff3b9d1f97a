/** Figures, how programs tell them to each other, and what is computed from several of them. */
@NullMarked
package io.ergo.benchmarks.figure;

import org.jspecify.annotations.NullMarked;
