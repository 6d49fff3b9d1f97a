/**
 * What users test their actors with: a node for each test that must end without leaving anything behind, in real or in virtual time, and
 * probes that stand in for other processes. JUnit is needed for {@link io.ergo.test.ErgoTest} and {@link io.ergo.test.ErgoNodeExtension}
 * alone.
 */
@NullMarked
package io.ergo.test;

import org.jspecify.annotations.NullMarked;
