/// What an operator sees of a node: descriptors, endpoint, health and meters.
@NullMarked
package io.ergo.actuator;

import org.jspecify.annotations.NullMarked;
