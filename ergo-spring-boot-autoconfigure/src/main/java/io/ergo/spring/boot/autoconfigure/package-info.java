/** Wires a node into a Spring context: properties, conditions, life cycle, explanations of failed starts. */
@NullMarked
package io.ergo.spring.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
