/// Properties, conditions and wiring of a node in a Spring context.
@NullMarked
package io.ergo.spring.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
