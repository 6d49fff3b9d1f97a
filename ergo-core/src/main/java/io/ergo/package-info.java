/**
 * The contracts of the actor runtime: identifiers, messages, reasons, options, information records, the {@link io.ergo.Node} and the
 * {@link io.ergo.ProcessContext} with the role interfaces it is made of. Nothing in this package depends on the engine behind it.
 */
@NullMarked
package io.ergo;

import org.jspecify.annotations.NullMarked;
