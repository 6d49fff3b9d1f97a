package io.ergo.interop.vectors.edf;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.ergo.network.edf.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which records stand for the types of a file. */
class FormsTest {

    private static final String APPLICATION = "#example.test/";
    private static final String POINT = APPLICATION + "vectors/types/Point";

    @ParameterizedTest
    @ValueSource(strings = {"edf.json", "enp.json"})
    void applicationTypes_ofARecordedFile_allHaveARecord(String file) {
        Schemas schemas = RecordedTypes.of(RecordedTypes.file(file)).schemas();

        Set<String> found = new HandWritten().among(schemas);

        assertThat(found).isEqualTo(schemas.all().stream().map(Schema::name)
                .filter(name -> name.startsWith(APPLICATION)).collect(Collectors.toSet()));
    }

    @Test
    void record_ofAnotherLayout_standsForNothing() {
        Schemas schemas = RecordedTypes.of("""
                {"schemas":[{"name":"%1$s","kind":"struct","fields":[{"name":"X","type":"int64"}]},
                            {"name":"%1$ss","kind":"slice","elem":"%1$s"}]}""".formatted(POINT));

        assertThat(new HandWritten().among(schemas)).isEmpty();
        assertThat(Forms.of(schemas).records()).isEmpty();
    }

    @Test
    void records_ofAFile_areCodedByGeneratedAndByInterpretiveCodecs() {
        Schemas schemas = RecordedTypes.of("""
                {"schemas":[{"name":"%s","kind":"struct",
                  "fields":[{"name":"X","type":"int32"},{"name":"Y","type":"int32"}]}]}""".formatted(POINT));

        List<Form> group = Forms.of(schemas).records().getFirst();

        assertThat(group).extracting(form -> form.registry().isGenerated(POINT)).containsExactly(true, false);
    }

    @Test
    void genericRecord_ofTwoTypes_standsForOneAtATime() {
        HandWritten written = new HandWritten();

        assertThat(written.groups(Set.of(POINT, "#a/Box[int]", "#a/Box[string]"))).hasSize(2)
                .allSatisfy(group -> assertThat(group).hasSize(2).contains(POINT));
    }
}
