/** Bytes made shorter: the three ways that every node understands, and LZ4. */
@NullMarked
package io.ergo.network.compression;

import org.jspecify.annotations.NullMarked;
