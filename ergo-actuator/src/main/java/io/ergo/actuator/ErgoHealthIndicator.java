package io.ergo.actuator;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.ergo.ApplicationInfo;
import io.ergo.ApplicationMode;
import io.ergo.ApplicationState;
import io.ergo.Node;
import io.ergo.NodeInfo;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Health of a node: UP while it runs and no permanent application is at fault. OUT_OF_SERVICE while the node is stopped or stopping, or a
 * permanent application is stopping: somebody took it out, or it is on its way to DOWN. DOWN when the node runs and a permanent application
 * that was seen running in this incarnation does not any more; one that was never started is not missed. Peers play no part. Any thread.
 *
 * <p>Details: {@code node}, {@code state}, {@code applications} (names by state), {@code zombees} (killed processes whose callback has not
 * returned), and {@code notRunning}, the permanent applications at fault.
 */
public class ErgoHealthIndicator extends AbstractHealthIndicator {

    private final NodeView node;
    private final SeenRunning seen = new SeenRunning();

    /**
     * Creates the indicator.
     *
     * @param node the node, may be stopped and restarted
     */
    public ErgoHealthIndicator(Node node) {
        super("the node could not be asked for its health");
        this.node = new NodeView(node);
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        List<ApplicationInfo> applications = node.applications();
        Set<String> ran = seen.with(node.creation(), applications);
        List<ApplicationInfo> atFault = applications.stream().filter(application -> isAtFault(application, ran))
                .toList();
        decide(builder, atFault);
        builder.withDetail("node", node.name()).withDetail("state", node.state())
                .withDetail("applications", byState(applications))
                .withDetail("zombees", node.info().map(NodeInfo::processesZombee).orElse(0L));
        if (!atFault.isEmpty()) {
            builder.withDetail("notRunning", names(atFault));
        }
    }

    private void decide(Health.Builder builder, List<ApplicationInfo> atFault) {
        if (!node.isRunning()) {
            builder.outOfService();
        } else if (atFault.isEmpty()) {
            builder.up();
        } else if (atFault.stream().allMatch(application -> application.state() == ApplicationState.STOPPING)) {
            builder.outOfService();
        } else {
            builder.down();
        }
    }

    private static boolean isAtFault(ApplicationInfo application, Set<String> ran) {
        return application.mode() == ApplicationMode.PERMANENT && application.state() != ApplicationState.RUNNING
                && ran.contains(application.name());
    }

    private static Map<String, List<String>> byState(List<ApplicationInfo> applications) {
        Map<String, List<String>> names = new TreeMap<>();
        for (ApplicationState state : ApplicationState.values()) {
            names.put(Words.of(state),
                    names(applications.stream().filter(application -> application.state() == state).toList()));
        }
        return names;
    }

    private static List<String> names(List<ApplicationInfo> applications) {
        return applications.stream().map(ApplicationInfo::name).toList();
    }
}
