/**
 * What an operator sees of a node: the Actuator endpoint and its descriptors, health, and meters. The meters need Micrometer alone, the
 * rest Spring Boot's Actuator; nothing in here configures itself.
 */
@NullMarked
package io.ergo.actuator;

import org.jspecify.annotations.NullMarked;
