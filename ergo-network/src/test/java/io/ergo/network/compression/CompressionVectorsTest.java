package io.ergo.network.compression;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.ergo.Compression;
import io.ergo.network.Damage;
import io.ergo.network.compression.CompressionVectors.Case;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the reference compressed, and damaged copies of it. */
class CompressionVectorsTest {

    private final Packing packing = new Packing();

    @AfterEach
    void nothingIsLeft() {
        packing.checkNothingIsLeft();
    }

    @TestFactory
    Stream<DynamicTest> stream_decompressed_givesTheRecordedInput() {
        return tests(30, CompressionVectors.cases(),
                each -> assertThat(packing.decompress(each.compressor(), each.stream(), each.length()))
                        .isEqualTo(each.input()));
    }

    @TestFactory
    Stream<DynamicTest> input_compressedByLzw_givesTheRecordedStream() {
        Compressor lzw = Compressor.of(Compression.Type.LZW);
        return tests(6, CompressionVectors.cases().filter(each -> each.compressor() == lzw),
                each -> assertThat(packing.compress(lzw, Compression.Level.DEFAULT, each.input()))
                        .isEqualTo(each.stream()));
    }

    @TestFactory
    Stream<DynamicTest> wrongLengthOrTrailingByte_decompressed_isRefusedWhereTheReferenceDoes() {
        return tests(5, CompressionVectors.odd(), each -> {
            if (each.refused()) {
                assertThatThrownBy(() -> packing.decompress(each.compressor(), each.stream(), each.length()))
                        .isInstanceOf(CompressionException.class);
            } else {
                assertThat(packing.decompress(each.compressor(), each.stream(), each.length()))
                        .isEqualTo("x".repeat(1500).getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    private static Stream<DynamicTest> tests(int count, Stream<Case> cases, Consumer<Case> test) {
        List<Case> all = cases.toList();
        assertThat(all).hasSize(count);
        return all.stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> test.accept(each)));
    }

    @Test
    void prefix_decompressed_isRefused() {
        CompressionVectors.cases().forEach(each -> Damage.positions(each.stream().length).forEach(end -> {
            byte[] prefix = Arrays.copyOf(each.stream(), end);
            assertThatThrownBy(() -> packing.decompress(each.compressor(), prefix, each.length()))
                    .as("%s, %s bytes", each.name(), end).isInstanceOf(CompressionException.class);
        }));
    }
}
