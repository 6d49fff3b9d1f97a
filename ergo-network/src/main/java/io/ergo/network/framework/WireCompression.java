package io.ergo.network.framework;

import io.ergo.network.edf.EdfType;

/**
 * How a process compresses its messages to other nodes.
 *
 * @param enable whether at all
 * @param type the algorithm
 * @param level speed against size
 * @param threshold smaller messages, in bytes, are sent as they are
 */
@EdfType(WireNames.GEN + "Compression")
public record WireCompression(boolean enable, CompressionTypeCode type, CompressionLevelCode level, long threshold) {}
