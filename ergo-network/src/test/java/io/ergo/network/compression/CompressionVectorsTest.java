package io.ergo.network.compression;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.ergo.Compression;
import io.ergo.network.compression.CompressionVectors.Case;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the reference compressed, and damaged copies of it. */
class CompressionVectorsTest {

    private static final int ALL_POSITIONS = 1024;
    private static final int FIRST_POSITIONS = 64;
    private static final int RANDOM_POSITIONS = 1000;

    private final Packing packing = new Packing();

    @AfterEach
    void nothingIsLeft() {
        packing.checkNothingIsLeft();
    }

    @TestFactory
    Stream<DynamicTest> stream_decompressed_givesTheRecordedInput() {
        return CompressionVectors.cases().map(each -> DynamicTest.dynamicTest(each.name(),
                () -> assertThat(packing.decompress(each.compressor(), each.stream(), each.length()))
                        .isEqualTo(each.input())));
    }

    @TestFactory
    Stream<DynamicTest> input_compressedByLzw_givesTheRecordedStream() {
        Compressor lzw = Compressor.of(Compression.Type.LZW);
        return CompressionVectors.cases().filter(each -> each.compressor() == lzw)
                .map(each -> DynamicTest.dynamicTest(each.name(),
                        () -> assertThat(packing.compress(lzw, Compression.Level.DEFAULT, each.input()))
                                .isEqualTo(each.stream())));
    }

    @TestFactory
    Stream<DynamicTest> wrongLengthOrTrailingByte_decompressed_isRefusedWhereTheReferenceDoes() {
        return CompressionVectors.odd().map(each -> DynamicTest.dynamicTest(each.name(), () -> {
            if (each.refused()) {
                assertThatThrownBy(() -> packing.decompress(each.compressor(), each.stream(), each.length()))
                        .isInstanceOf(CompressionException.class);
            } else {
                assertThat(packing.decompress(each.compressor(), each.stream(), each.length()))
                        .isEqualTo("x".repeat(1500).getBytes(StandardCharsets.US_ASCII));
            }
        }));
    }

    @Test
    void prefix_decompressed_isRefused() {
        CompressionVectors.cases().forEach(each -> positions(each.stream().length).forEach(end -> {
            byte[] prefix = Arrays.copyOf(each.stream(), end);
            assertThatThrownBy(() -> packing.decompress(each.compressor(), prefix, each.length()))
                    .as("%s, %s bytes", each.name(), end).isInstanceOf(CompressionException.class);
        }));
    }

    @Test
    void bitFlip_decompressed_givesTheLengthOrOurError() {
        CompressionVectors.cases().forEach(each -> bits(each.stream().length).forEach(bit -> {
            byte[] damaged = each.stream().clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            decompressDamaged(each, damaged);
        }));
    }

    private void decompressDamaged(Case each, byte[] damaged) {
        try {
            assertThat(packing.decompress(each.compressor(), damaged, each.length())).hasSize(each.input().length);
        } catch (CompressionException e) {
            assertThat(e.what()).isNotEmpty();
        }
    }

    /** All of a short stream; of a long one the first and, from a seed, some. */
    private static IntStream positions(int length) {
        if (length <= ALL_POSITIONS) {
            return IntStream.range(0, length);
        }
        return IntStream.concat(IntStream.range(0, FIRST_POSITIONS),
                new Random(length).ints(RANDOM_POSITIONS, FIRST_POSITIONS, length));
    }

    private static IntStream bits(int length) {
        if (length <= ALL_POSITIONS) {
            return IntStream.range(0, length * Byte.SIZE);
        }
        return IntStream.concat(IntStream.range(0, FIRST_POSITIONS * Byte.SIZE),
                new Random(length).ints(RANDOM_POSITIONS, FIRST_POSITIONS * Byte.SIZE, length * Byte.SIZE));
    }
}
