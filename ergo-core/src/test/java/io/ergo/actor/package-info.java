@NullMarked
package io.ergo.actor;

import org.jspecify.annotations.NullMarked;
