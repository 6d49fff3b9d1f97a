package io.ergo.actuator;

import java.util.List;
import java.util.Map;

import io.ergo.ApplicationMode;
import io.ergo.ApplicationState;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

class ErgoHealthIndicatorTest {

    private final FakeNode fake = new FakeNode();
    private final ErgoHealthIndicator indicator = new ErgoHealthIndicator(fake.node());

    @Test
    void health_allPermanentApplicationsRun_isUp() {
        fake.application("fleet", ApplicationMode.PERMANENT, ApplicationState.RUNNING);
        fake.application("once", ApplicationMode.TEMPORARY, ApplicationState.LOADED);
        fake.application("often", ApplicationMode.TRANSIENT, ApplicationState.STOPPING);

        Health health = indicator.health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("node", "demo@localhost").containsEntry("state", "running")
                .containsEntry("zombees", 0L).doesNotContainKey("notRunning").containsEntry("applications",
                        Map.of("loaded", List.of("once"), "running", List.of("fleet"), "stopping", List.of("often")));
    }

    @Test
    void health_permanentApplicationRunsNoMore_isDown() {
        fake.application("fleet", ApplicationMode.PERMANENT, ApplicationState.RUNNING);
        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
        fake.application("fleet", ApplicationMode.PERMANENT, ApplicationState.LOADED);
        fake.application("other", ApplicationMode.PERMANENT, ApplicationState.STOPPING);

        Health health = indicator.health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("notRunning", List.of("fleet", "other"));
    }

    @Test
    void health_permanentApplicationNeverStarted_isUp() {
        fake.application("fleet", ApplicationMode.PERMANENT, ApplicationState.LOADED);

        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void health_permanentApplicationIsStopping_isOutOfService() {
        fake.application("fleet", ApplicationMode.PERMANENT, ApplicationState.STOPPING);

        assertThat(indicator.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void health_nodeStopped_isOutOfService() {
        fake.application("fleet", ApplicationMode.PERMANENT, ApplicationState.RUNNING);
        fake.stop();

        Health health = indicator.health();

        assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.getDetails()).containsEntry("state", "stopped").containsEntry("zombees", 0L);
    }

    @Test
    void health_nodeRestarted_isUpAgain() {
        fake.stop();
        fake.restart();

        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
    }
}
