/**
 * The kinds of behaviour a user extends, {@link io.ergo.actor.Actor} first of all. They are written against the contracts alone, as any
 * further kind could be.
 */
@NullMarked
package io.ergo.actor;

import org.jspecify.annotations.NullMarked;
