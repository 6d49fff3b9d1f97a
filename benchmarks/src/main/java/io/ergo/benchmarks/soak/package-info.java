/** Mixed traffic for a long time on one node, to see whether anything grows. */
@NullMarked
package io.ergo.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
