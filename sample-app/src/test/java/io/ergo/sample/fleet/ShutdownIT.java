package io.ergo.sample.fleet;

import io.ergo.Node;
import io.ergo.NodeAudit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ShutdownIT {

    @Test
    void node_afterTheContextClosed_holdsNothing() {
        Node node;
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(FleetWatchApplication.class)
                .run("--server.port=0", "--fleet.probes.load=10ms", "--fleet.probes.disk=10ms")) {
            node = context.getBean(Node.class);
            FleetClient fleet = new FleetClient(
                    context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
            fleet.report("left", "load", 1);
            await().until(() -> fleet.device("localhost").path("metrics").has("load"));
            assertThat(node.audit().isClean()).isFalse();
        }

        assertThat(node.isAlive()).isFalse();
        NodeAudit audit = node.audit();
        assertThat(audit.isClean()).as(audit.toString()).isTrue();
        await().untilAsserted(() -> assertThat(node.audit().workers()).isZero());
    }
}
