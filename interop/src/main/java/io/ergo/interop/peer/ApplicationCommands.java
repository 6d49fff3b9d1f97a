package io.ergo.interop.peer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.ergo.ApplicationInfo;
import io.ergo.ApplicationMode;
import io.ergo.ApplicationSpec;
import io.ergo.ApplicationState;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.ProcessInfo;
import io.ergo.Reason;
import io.ergo.interop.peer.Command.Place;
import io.ergo.interop.value.Members;
import io.ergo.interop.value.PeerException;
import io.ergo.interop.value.Reasons;
import org.jspecify.annotations.Nullable;

/** Commands for applications. */
final class ApplicationCommands {

    private static final long STOP_MILLIS = 5_000;

    private ApplicationCommands() {}

    static void addTo(Commands table) {
        table.add("app.load", Place.NODE, ApplicationCommands::load);
        table.add("app.start", Place.NODE, ApplicationCommands::start);
        table.add("app.stop", Place.NODE, ApplicationCommands::stop);
        table.add("app.unload", Place.NODE, (scope, line) -> {
            scope.node().unloadApplication(line.text("app"));
            return null;
        });
        table.add("app.info", Place.NODE, (scope, line) -> shown(info(scope.node(), line.text("app"))));
        table.add("app.list", Place.NODE, ApplicationCommands::list);
        table.add("app.processes", Place.NODE, ApplicationCommands::processes);
    }

    private static Object load(Scope scope, Line line) {
        Peer peer = scope.peer();
        String name = line.text("name");
        peer.output().observe(Members.of("event", "app-load").with("process", "app:" + name));
        failIfTold(line.object("load"));
        List<ApplicationSpec.Member> members = new ArrayList<>();
        line.lines("members").forEach(member -> members.add(new ApplicationSpec.Member(member.text("name"),
                Specification.factory(peer, member), Blueprint.options(peer, member),
                Blueprint.args(peer, member.list("args")))));
        ApplicationMode mode = mode(line.text("mode"));
        scope.node().loadApplication(new ApplicationSpec(name, line.text("description"),
                mode == null ? ApplicationMode.TEMPORARY : mode, Blueprint.environment(peer, line.object("env")),
                members, new ScriptedApplication(peer, line)));
        return name;
    }

    private static void failIfTold(Line load) {
        if (load.has("error")) {
            throw ErgoException.of(Reasons.required(load.get("error")), "as the script says");
        }
        if (load.has("panic")) {
            throw ErgoException.of(Reason.APPLICATION_LOAD_PANIC, load.text("panic"));
        }
    }

    private static @Nullable ApplicationMode mode(String text) {
        return switch (text) {
            case "" -> null;
            case "temporary" -> ApplicationMode.TEMPORARY;
            case "transient" -> ApplicationMode.TRANSIENT;
            case "permanent" -> ApplicationMode.PERMANENT;
            default -> throw new PeerException("there is no mode " + text);
        };
    }

    private static @Nullable Object start(Scope scope, Line line) {
        if (line.has("node")) {
            throw AbsentCommands.absent("app.start on another node");
        }
        ApplicationMode mode = mode(line.text("mode"));
        if (mode == null) {
            scope.node().startApplication(line.text("app"));
        } else {
            scope.node().startApplication(line.text("app"), mode);
        }
        return null;
    }

    private static @Nullable Object stop(Scope scope, Line line) {
        if (line.isTrue("force")) {
            scope.node().stopApplicationForce(line.text("app"));
        } else {
            scope.node().stopApplication(line.text("app"), Duration.ofMillis(line.number("ms", STOP_MILLIS)));
        }
        return null;
    }

    private static ApplicationInfo info(Node node, String name) {
        return node.applicationInfo(name)
                .orElseThrow(() -> ErgoException.of(Reason.APPLICATION_UNKNOWN, "'" + name + "'"));
    }

    private static Members shown(ApplicationInfo info) {
        return Members.of("name", info.name()).with("description", info.description())
                .with("mode", info.mode().toString()).with("state", info.state().toString())
                .with("env", SettingCommands.shown(info.env())).with("group", InformationCommands.pids(info.group()));
    }

    private static Object list(Scope scope, Line line) {
        List<String> loaded = scope.node().applications().stream().sorted().toList();
        return Members.of("loaded", loaded).with("running", loaded.stream()
                .filter(name -> info(scope.node(), name).state() == ApplicationState.RUNNING).toList());
    }

    private static Object processes(Scope scope, Line line) {
        Node node = scope.node();
        String name = info(node, line.text("app")).name();
        List<Pid> members = node.processes().stream()
                .filter(pid -> node.processInfo(pid).map(ProcessInfo::application).filter(name::equals).isPresent())
                .toList();
        return InformationCommands.pids(members);
    }
}
