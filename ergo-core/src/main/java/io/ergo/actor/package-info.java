/**
 * The kinds of behaviour a user extends: {@link io.ergo.actor.Actor} for work, {@link io.ergo.actor.Supervisor} for keeping others
 * alive. They are written against the contracts alone, as any further kind could be.
 */
@NullMarked
package io.ergo.actor;

import org.jspecify.annotations.NullMarked;
