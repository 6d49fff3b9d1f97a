/**
 * What a replaceable part of the runtime implements: behaviours and the view they get of a mailbox entry, the dispatcher that decides
 * which thread runs a process, and the platform that provides time, threads and randomness.
 */
@NullMarked
package io.ergo.spi;

import org.jspecify.annotations.NullMarked;
