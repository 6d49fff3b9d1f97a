/** Compiles the Java snippets of the documentation. */
@NullMarked
package io.ergo.sample.docs;

import org.jspecify.annotations.NullMarked;
