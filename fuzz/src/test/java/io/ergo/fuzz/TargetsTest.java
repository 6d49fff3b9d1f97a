package io.ergo.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TargetsTest {

    private static final Corpus CORPUS = new Corpus(Path.of("."));
    private static final int MOST_CUTS = 400;

    @ParameterizedTest
    @EnumSource
    void feed_wholeCorpus_findsNothing(Targets kind) throws IOException {
        Target target = kind.make();

        List<byte[]> inputs = CORPUS.inputs(kind);
        inputs.forEach(target::feed);

        assertThat(inputs).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @EnumSource
    void feed_wholeCorpusCutAndDoubled_findsNothing(Targets kind) throws IOException {
        Target target = kind.make();

        for (byte[] input : CORPUS.inputs(kind)) {
            for (int cut = 0; cut < input.length; cut += 1 + input.length / MOST_CUTS) {
                target.feed(Arrays.copyOf(input, cut));
            }
            byte[] twice = Arrays.copyOf(input, 2 * input.length);
            System.arraycopy(input, 0, twice, input.length, input.length);
            target.feed(twice);
        }
    }

    @ParameterizedTest
    @EnumSource
    void named_itsKey_found(Targets kind) {
        assertThat(Targets.named(kind.key())).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource(names = "FRAMES")
    void named_nonsense_refusedWithAllNames(Targets kind) {
        assertThatThrownBy(() -> Targets.named("nonsense")).hasMessageContaining(kind.key());
    }
}
