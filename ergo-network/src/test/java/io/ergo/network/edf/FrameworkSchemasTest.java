package io.ergo.network.edf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.ergo.network.enp.request.Requests;
import io.ergo.network.framework.FrameworkTypes;
import io.ergo.network.framework.Release;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The framework's types against what was recorded from the reference. */
class FrameworkSchemasTest {

    private static final String FRAMEWORK = "#ergo.services/ergo/";

    @Test
    void types_ofTheRecordedRelease_areTheRecordedOnes() {
        var recorded = VectorFile.edf().schemas().stream().filter(each -> each.name().startsWith(FRAMEWORK))
                .collect(Collectors.toMap(Schema::name, Function.identity()));

        assertThat(Release.V3_1.schemas()).containsExactlyInAnyOrderElementsOf(recorded.values());
    }

    /** Their ids run from 4096 on, in the order of registration; those of registrars come behind the application's. */
    @Test
    void types_ofTheRecordedRelease_areInTheRecordedOrder() throws IOException {
        List<String> recorded = new ArrayList<>();
        try (InputStream in = FrameworkSchemasTest.class.getResourceAsStream("/vectors/enp.json")) {
            JsonNode cache = JsonMapper.shared().readTree(Objects.requireNonNull(in)).get("caches").get("a->b")
                    .get("reg_cache");
            for (int id = CacheIds.TYPE.first; cache.has(String.valueOf(id)); id++) {
                recorded.add(cache.get(String.valueOf(id)).asString());
            }
        }
        recorded.removeIf(name -> !name.startsWith(FRAMEWORK) || name.endsWith("/MessageMetrics"));

        assertThat(Release.V3_1.schemas()).map(Schema::name).containsExactlyElementsOf(recorded);
    }

    /** Recorded values of the framework's types give the same bytes when they go through records. */
    @Test
    void recordedValues_readAsRecordsAndWritten_areTheSameBytes() {
        EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());
        FrameworkTypes.register(registry, Release.V3_1, Requests.records());
        VectorFile.edf().schemas().stream().filter(each -> !each.name().startsWith(FRAMEWORK))
                .forEach(registry::register);
        List<String> passed = new ArrayList<>();
        for (VectorFile.Case each : VectorFile.edf().cases()) {
            if (each.node().get("type").asString().contains(FRAMEWORK)) {
                EdfReader in = registry.reader(each.decode());
                in.reset(each.bytes(), 0, each.bytes().length);
                EdfWriter out = registry.writer(each.encode());

                out.putMessage(in.getAny());

                assertThat(out.toBytes()).as(each.name()).isEqualTo(each.bytes());
                passed.add(each.name());
            }
        }
        assertThat(passed).contains("process options extra", "message event", "network flags default", "link pid",
                "message result nil event list", "message update cache")
                .anyMatch(name -> name.startsWith("routes slice"))
                .anyMatch(name -> name.startsWith("application route"));
    }
}
