@NullMarked
package io.ergo.spi;

import org.jspecify.annotations.NullMarked;
