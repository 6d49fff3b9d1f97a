package io.ergo.interop.peer;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.ergo.ApplicationInfo;
import io.ergo.ApplicationMode;
import io.ergo.ApplicationOptions;
import io.ergo.ApplicationSpec;
import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.ProcessShortInfo;
import io.ergo.Reason;
import io.ergo.Stop;
import io.ergo.Version;
import io.ergo.interop.peer.Command.Place;
import io.ergo.interop.value.Members;
import io.ergo.interop.value.PeerException;
import io.ergo.interop.value.Reasons;
import org.jspecify.annotations.Nullable;

/** Commands for applications. */
final class ApplicationCommands {

    private static final long STOP_MILLIS = 5_000;
    private static final int MANY = 1_000;

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
        List<ApplicationSpec.Member> members = line.lines("members").stream()
                .map(member -> new ApplicationSpec.Member(member.text("name"), Specification.factory(peer, member),
                        Blueprint.options(peer, member), Blueprint.args(peer, member.list("args"))))
                .toList();
        Map<String, Object> env = Blueprint.environment(peer, line.object("env"));
        return scope.node().loadApplication((node, args) -> {
            peer.output().observe(Members.of("event", "app-load").with("process", "app:" + line.text("name")));
            failIfTold(line.object("load"));
            return specification(line, members).withEnv(env).withCallbacks(new ScriptedApplication(peer, line));
        }, Args.none());
    }

    private static void failIfTold(Line load) {
        if (load.has("error")) {
            throw new Stop(Reasons.required(load.get("error")));
        }
        if (load.has("panic")) {
            throw new Scope.Panic(load.text("panic"));
        }
    }

    private static ApplicationSpec specification(Line line, List<ApplicationSpec.Member> members) {
        ApplicationMode mode = mode(line.text("mode"));
        return ApplicationSpec.of(line.text("name"), members)
                .withDescription(line.text("description"))
                .withVersion(Version.of(line.text("version_name"), line.text("version_release")))
                .withWeight((int) line.number("weight"))
                .withMode(mode == null ? ApplicationMode.TEMPORARY : mode)
                .withDepends(new ApplicationSpec.Depends(line.texts("depends"), line.isTrue("depends_network")));
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
        ApplicationOptions options = ApplicationOptions.defaults()
                .withEnv(Blueprint.environment(scope.peer(), line.object("env")));
        ApplicationMode mode = mode(line.text("mode"));
        scope.node().startApplication(line.text("app"), mode == null ? options : options.withMode(mode));
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
        return Members.of("name", info.name()).with("description", info.profile().description())
                .with("version", info.profile().version().toString()).with("weight", info.profile().weight())
                .with("mode", info.mode().toString()).with("state", info.state().toString())
                .with("depends", info.depends().applications().stream().sorted().toList())
                .with("env", SettingCommands.shown(info.env())).with("group", InformationCommands.pids(info.group()));
    }

    private static Object list(Scope scope, Line line) {
        return Members.of("loaded", scope.node().applications().stream().sorted().toList())
                .with("running", scope.node().runningApplications().stream().sorted().toList());
    }

    private static Object processes(Scope scope, Line line) {
        return InformationCommands.pids(scope.node().applicationProcesses(line.text("app"), MANY).stream()
                .map(ProcessShortInfo::pid).toList());
    }
}
