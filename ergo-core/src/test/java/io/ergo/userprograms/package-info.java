/** Programs as users write them. That they compile is the test: they pin the shape of the public API, see decision 001. */
@NullMarked
package io.ergo.userprograms;

import org.jspecify.annotations.NullMarked;
