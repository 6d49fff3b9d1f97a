/**
 * The node. Its one public type, {@link io.ergo.engine.NodeBuilder}, puts the parts of the inner packages together; those are closed to
 * everything outside the runtime.
 */
@NullMarked
package io.ergo.engine;

import org.jspecify.annotations.NullMarked;
