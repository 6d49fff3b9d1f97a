package io.ergo.interop.peer;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.NodeInfo;
import io.ergo.Reason;
import io.ergo.engine.NodeBuilder;
import io.ergo.interop.peer.Command.Place;
import io.ergo.interop.value.Ident;
import io.ergo.interop.value.Members;
import io.ergo.interop.value.PeerException;
import org.jspecify.annotations.Nullable;

/** Commands for the node. */
final class NodeCommands {

    private static final long STOP_MILLIS = 10_000;
    private static final List<String> NETWORK = List.of("port", "registrar", "tls");

    private NodeCommands() {}

    static void addTo(Commands table) {
        table.add("node.start", Place.ANYWHERE, NodeCommands::start);
        table.add("node.stop", Place.NODE, NodeCommands::stop);
        table.add("node.wait", Place.ANYWHERE, NodeCommands::await);
        table.add("node.alive", Place.NODE, (scope, line) -> scope.node().isAlive());
        table.add("node.creation", Place.NODE, (scope, line) -> Members.of("creation", scope.node().creation()));
        table.add("node.info", Place.NODE, (scope, line) -> shown(scope.node().info()));
    }

    private static Object start(Scope scope, Line line) {
        Peer peer = scope.peer();
        if (peer.hasNode() && peer.node().isAlive()) {
            throw new PeerException("node is running");
        }
        refuseNetwork(line);
        Node node = builder(peer, line).start();
        peer.node(node);
        peer.labels().give("core:" + node.name(), new Ident.OfPid(node.pid()));
        return Members.of("node", node.name());
    }

    /** Without SLF4J unless wanted: what it writes takes time, and the order of observations is steadier without. */
    private static NodeBuilder builder(Peer peer, Line line) {
        NodeBuilder builder = NodeBuilder.named(line.text("name"))
                .env(Blueprint.environment(peer, line.object("env")))
                .slots(peer.settings().processors())
                .exposeEnv(line.object("security").isTrue("expose_env_info"))
                .slf4j(peer.settings().logs());
        if (line.has("log_level")) {
            builder.logLevel(Blueprint.logLevel(line.text("log_level")));
        }
        if (line.isObject("log_capture")) {
            Line capture = line.object("log_capture");
            builder.logger(capture.text("name"), LogCommands.capture(peer, capture.text("name")),
                    Blueprint.logLevels(capture.texts("levels")));
        }
        return builder;
    }

    private static void refuseNetwork(Line line) {
        NETWORK.stream().filter(line::has).findFirst().ifPresent(member -> {
            throw AbsentCommands.absent("node.start with " + member);
        });
        if (!line.list("routes").isEmpty()) {
            throw AbsentCommands.absent("node.start with routes");
        }
    }

    private static @Nullable Object stop(Scope scope, Line line) {
        Node node = scope.node();
        CountDownLatch stopped = new CountDownLatch(1);
        Clockwork.beside("peer-stop", () -> {
            if (line.isTrue("force")) {
                node.stopForce();
            } else {
                node.stop();
            }
            stopped.countDown();
        });
        if (!Clockwork.await(stopped, STOP_MILLIS)) {
            throw new PeerException("node does not stop");
        }
        return null;
    }

    private static @Nullable Object await(Scope scope, Line line) {
        if (!scope.peer().hasNode()) {
            throw ErgoException.of(Reason.NODE_TERMINATED, "there is no node");
        }
        scope.node().awaitStop(Duration.ofMillis(line.number("ms")));
        return null;
    }

    private static Members shown(NodeInfo info) {
        return Members.of("name", info.name()).with("env", SettingCommands.shown(info.env()))
                .with("processes", info.processesTotal()).with("zombees", info.processesZombee())
                .with("aliases", info.registeredAliases()).with("names", info.registeredNames())
                .with("log_level", info.logLevel().toString()).with("applications", info.applicationsTotal())
                .with("applications_running", info.applicationsRunning());
    }
}
