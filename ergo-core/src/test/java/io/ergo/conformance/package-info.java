/** What the specification of the runtime pins, as tests over a real node: each on threads and in simulation. */
@NullMarked
package io.ergo.conformance;

import org.jspecify.annotations.NullMarked;
