/// What users test their actors with.
@NullMarked
package io.ergo.test;

import org.jspecify.annotations.NullMarked;
