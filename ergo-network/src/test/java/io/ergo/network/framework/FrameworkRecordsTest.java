package io.ergo.network.framework;

import java.util.ArrayList;
import java.util.List;

import io.ergo.Version;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfType;
import io.ergo.network.enp.request.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Records of the framework that are registered without a release. */
class FrameworkRecordsTest {

    @Test
    void recordsWithAName_registeredAlone_areWhatTheReleasesSay() {
        EdfRegistry framework = new EdfRegistry(EdfLimits.defaults());
        FrameworkTypes.register(framework, Release.V3_3, Requests.records());
        EdfRegistry alone = new EdfRegistry(EdfLimits.defaults());
        alone.register(WireNames.GEN + "Version", Version.class);
        List<Class<?>> records = new ArrayList<>(FrameworkTypes.RECORDS);
        records.addAll(Requests.records());
        records.removeIf(each -> each.getAnnotation(EdfType.class) == null);
        records.removeIf(each -> each.getSimpleName().matches("MessageSpawn|MessageApplicationStart"));

        records.forEach(alone::register);

        assertThat(records).hasSizeGreaterThan(30);
        assertThat(alone.schemas()).allSatisfy(
                schema -> assertThat(alone.conflictWith(framework, schema.name())).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(classes = {ProcessOptions.class, ProcessOptionsExtra.class, WireApplicationOptions.class,
        ApplicationOptionsExtra.class, WireApplicationInfo.class, ApplicationRoute.class, Tracing.class})
    void recordWithSeveralLayouts_registeredAlone_isRefused(Class<?> record) {
        EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());

        assertThatThrownBy(() -> registry.register(record)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no wire name");
    }

    @EdfType(WireNames.GEN + "MailboxQueue")
    record Misspelled(long main) {}

    @EdfType(WireNames.GEN + "ProcessOptions")
    record OtherOptions(long mailboxSize) {}

    @EdfType(WireNames.GEN + "NetworkFlags")
    record OtherFlags(long bits) {}

    @EdfType(WireNames.GEN + "MailboxQueues")
    record Queues(long main, long system, long urgent, long log, long latencyMain, long latencySystem,
            long latencyUrgent, long latencyLog) {}

    record Nameless(long main) {}

    private static final String FLAGS = WireNames.GEN + "TracingFlags";

    @EdfType(value = FLAGS, base = "uint32")
    record Flags(long bits) {}

    /** Otherwise its type would be read as generic values, and nobody would know why. */
    @Test
    void record_forATypeThatNoReleaseHas_isRefused() {
        assertRefused(Misspelled.class, "Misspelled", "#ergo.services/ergo/gen/MailboxQueue", "no release");
        assertRefused(Nameless.class, "Nameless", "no wire name");
    }

    @Test
    void record_forATypeThatHasOne_isRefused() {
        assertRefused(OtherOptions.class, "OtherOptions", ProcessOptions.class.getName());
        assertRefused(OtherFlags.class, "OtherFlags", NetworkFlags.class.getName());
        assertThatThrownBy(() -> register(List.of(Queues.class, Queues.class), Release.V3_3))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Queues");
    }

    /** One list of records serves all releases. */
    @Test
    void record_forATypeOfAnotherRelease_isLeftOut() {
        assertThat(register(List.of(Flags.class), Release.V3_1).schema(FLAGS)).isEmpty();
        assertThat(register(List.of(Flags.class), Release.V3_3).isGenerated(FLAGS)).isTrue();
    }

    private static void assertRefused(Class<?> record, String... texts) {
        assertThatThrownBy(() -> register(List.of(record), Release.V3_3)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(texts);
    }

    private static EdfRegistry register(List<Class<?>> records, Release release) {
        EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());
        FrameworkTypes.register(registry, release, records);
        return registry;
    }
}
