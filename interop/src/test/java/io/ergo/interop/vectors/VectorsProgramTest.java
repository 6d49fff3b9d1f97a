package io.ergo.interop.vectors;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class VectorsProgramTest {

    @TempDir
    Path folder;

    @Test
    void help_asked_isPrintedAndGood() {
        Run run = Run.of("--help");

        assertThat(run.status()).isZero();
        assertThat(run.output()).contains("interop/vectors FILE…", "Exit status");
    }

    @Test
    void arguments_none_areWrong() {
        assertUnusable(Run.of(), "interop/vectors FILE…");
    }

    @Test
    void option_unknown_isWrong() {
        assertUnusable(Run.of("--fast"), "interop/vectors FILE…");
    }

    @Test
    void file_missing_isNamed() {
        assertUnusable(Run.of(folder.resolve("gone.json")), "gone.json cannot be read");
    }

    @Test
    void folder_insteadOfAFile_isNamed() {
        assertUnusable(Run.of(folder), "cannot be read");
    }

    @Test
    void file_cutShort_isNoJson() {
        assertUnusable(Run.ofText(folder, "{\"cases\":["), "own.json is no JSON");
    }

    @Test
    void member_twice_isNoJson() {
        assertUnusable(Run.ofText(folder, "{\"cases\":[],\"cases\":[]}"), "own.json is no JSON");
    }

    @Test
    void json_ofAnotherKind_isNamed() {
        assertUnusable(Run.ofText(folder, "{\"name\":\"interop\"}"), "own.json is no file of vectors");
        assertUnusable(Run.ofText(folder, "[]"), "own.json is no file of vectors");
    }

    private static void assertUnusable(Run run, String why) {
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errors()).contains(why);
        assertThat(run.output()).isEmpty();
    }

    @Test
    void section_unknown_isAFailure() {
        Run run = Run.ofText(folder, "{\"cases\":[],\"casez\":[]}");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output()).contains("FAILED own.json: casez: all", "there is no section of this name",
                "0 passed, 1 failed");
    }

    @Test
    void files_several_areCountedTogether() {
        Path recorded = RecordedVectorsTest.FOLDER.resolve("edf.json");

        Run run = Run.of(recorded, recorded);

        assertThat(run.passed()).isEqualTo(2 * 272);
        assertThat(run.status()).isZero();
    }
}
