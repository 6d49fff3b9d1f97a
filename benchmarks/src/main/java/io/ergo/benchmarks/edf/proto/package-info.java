/** The messages that protoc makes of {@code shapes.proto}; nothing is written here by hand. */
@NullMarked
package io.ergo.benchmarks.edf.proto;

import org.jspecify.annotations.NullMarked;
