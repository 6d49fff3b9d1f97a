/** Links and monitors: who watches whom, with exactly one notice for each relation. */
@NullMarked
package io.ergo.engine.relation;

import org.jspecify.annotations.NullMarked;
