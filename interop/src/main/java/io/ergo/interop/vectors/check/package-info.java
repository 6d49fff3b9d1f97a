/** What all kinds of vectors are checked with: entries of a file, cases and their outcomes. */
@NullMarked
package io.ergo.interop.vectors.check;

import org.jspecify.annotations.NullMarked;
