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
    @ValueSource(classes = {ProcessOptions.class, ProcessOptionsExtra.class, ApplicationOptions.class,
        ApplicationOptionsExtra.class, ApplicationInfo.class, ApplicationRoute.class, Tracing.class})
    void recordWithSeveralLayouts_registeredAlone_isRefused(Class<?> record) {
        EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());

        assertThatThrownBy(() -> registry.register(record)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no wire name");
    }
}
