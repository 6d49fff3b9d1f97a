package io.ergo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import io.ergo.benchmarks.figure.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ContenderTest {

    @TempDir
    private Path folder;

    @Test
    void of_noGoProgram_twoJvmsWithTheSameFlags() {
        List<Contender> contenders = Contender.of(LocalOptions.parse(List.of("call")), " ");

        assertThat(contenders).extracting(Contender::name).containsExactly("ergo", "pekko");
        assertThat(contenders)
                .allSatisfy(each -> assertThat(each.command()).containsAll(Jvm.FLAGS).endsWith("4", "7", "call"));
    }

    @Test
    void of_quick_goIsScaled() {
        Contender go = Contender.of(LocalOptions.parse(List.of("--quick")), "peer").getLast();

        assertThat(go.command()).containsExactly("peer", "bench", "-scale", "0.2", "local");
    }

    @Test
    void measure_programThatAnswersAsTheGoPeer_itsFigures() throws IOException, InterruptedException {
        Path program = Files.createFile(folder.resolve("peer"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(program, """
                #!/bin/sh
                test "$*" = "bench local" || exit 2
                echo 'starting' >&2
                echo '{"name":"local-send-1-1","value":3900000,"unit":"1/s","n":3000000,"seconds":0.77}'
                echo '{"name":"edf-size-string","value":17,"unit":"bytes","n":1,"seconds":0}'
                """);
        Contender go = Contender.of(LocalOptions.parse(List.of("send-1-1")), program.toString()).getLast();

        assertThat(go.measure(new Program(folder, Contender.LIMIT), 1)).containsExactly(
                Figure.of("local-send-1-1", 3_900_000, "1/s", 3_000_000, 0.77),
                Figure.of("edf-size-string", 17, "bytes", 1, 0));
    }
}
