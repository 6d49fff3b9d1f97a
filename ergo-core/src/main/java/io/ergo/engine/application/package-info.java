/** Applications: named groups of processes that start and stop together. */
@NullMarked
package io.ergo.engine.application;

import org.jspecify.annotations.NullMarked;
