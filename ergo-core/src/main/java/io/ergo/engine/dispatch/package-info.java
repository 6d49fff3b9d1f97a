/**
 * Who runs a process, and when: {@link io.ergo.engine.dispatch.ThreadedDispatcher} on many threads,
 * {code SimulatedDispatcher} one at a time in virtual time. For ergo-core only.
 */
@NullMarked
package io.ergo.engine.dispatch;

import org.jspecify.annotations.NullMarked;
