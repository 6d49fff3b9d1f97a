/** What shows that the stress tests of this module can fail: the orders of memory that the runtime relies on, taken away one by one. */
@NullMarked
package io.ergo.proofs;

import org.jspecify.annotations.NullMarked;
