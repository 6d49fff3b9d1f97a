/** The peer: a program with at most one node that is told by lines what to do, and prints what happens. */
@NullMarked
package io.ergo.interop.peer;

import org.jspecify.annotations.NullMarked;
