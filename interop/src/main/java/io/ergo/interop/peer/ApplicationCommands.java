package io.ergo.interop.peer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.ergo.ApplicationInfo;
import io.ergo.ApplicationMode;
import io.ergo.ApplicationOptions;
import io.ergo.ApplicationProfile;
import io.ergo.ApplicationSpec;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.ProcessShortInfo;
import io.ergo.Reason;
import io.ergo.Version;
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
        scope.node().loadApplication(ApplicationSpec.of(name, members).withProfile(profile(line))
                .withMode(mode == null ? ApplicationMode.TEMPORARY : mode)
                .withEnv(Blueprint.environment(peer, line.object("env")))
                .withDepends(new ApplicationSpec.Depends(line.texts("depends"), line.isTrue("depends_network")))
                .withCallbacks(new ScriptedApplication(peer, line)));
        return name;
    }

    private static ApplicationProfile profile(Line line) {
        return ApplicationProfile.empty().withDescription(line.text("description"))
                .withVersion(Version.of(line.text("version_name"), line.text("version_release")))
                .withWeight((int) line.number("weight", 0));
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
        ApplicationOptions options = ApplicationOptions.defaults()
                .withEnv(Blueprint.environment(scope.peer(), line.object("env")));
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
        ApplicationProfile profile = info.profile();
        return Members.of("name", info.name()).with("description", profile.description())
                .with("version", profile.version().toString()).with("weight", profile.weight())
                .with("depends", info.depends().applications().stream().sorted().toList())
                .with("mode", info.mode().toString()).with("state", info.state().toString())
                .with("env", SettingCommands.shown(info.env())).with("group", InformationCommands.pids(info.group()));
    }

    private static Object list(Scope scope, Line line) {
        return Members.of("loaded", scope.node().applications().stream().sorted().toList()).with("running",
                scope.node().runningApplications().stream().sorted().toList());
    }

    private static Object processes(Scope scope, Line line) {
        return InformationCommands.pids(scope.node().applicationProcesses(line.text("app"), Integer.MAX_VALUE).stream()
                .map(ProcessShortInfo::pid).toList());
    }
}
