package io.ergo.interop.peer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.Compression;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Overflow;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.ProcessContext;
import io.ergo.ProcessId;
import io.ergo.ProcessInfo;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.interop.peer.Command.Place;
import io.ergo.interop.value.Ident;
import io.ergo.interop.value.Members;
import io.ergo.interop.value.PeerException;

/** Commands that ask about processes. */
final class InformationCommands {

    private static final List<String> USUAL = List.of("pid", "name", "application", "parent", "leader", "mailbox_size",
            "priority", "important", "keep_order", "log_level");

    private InformationCommands() {}

    static void addTo(Commands table) {
        table.add("process.self", Place.PROCESS, InformationCommands::self);
        table.add("process.info", Place.NODE, InformationCommands::info);
        table.add("process.state", Place.NODE, InformationCommands::state);
        table.add("process.name", Place.NODE, (scope, line) -> info(scope.node(), pid(scope, line)).name());
        table.add("process.list", Place.NODE, (scope, line) -> pids(scope.node().processes()));
    }

    private static Pid pid(Scope scope, Line line) {
        return Destination.pid(scope.peer().labels(), line.get("to"));
    }

    private static ProcessInfo info(Node node, Pid pid) {
        return node.processInfo(pid).orElseThrow(() -> ErgoException.of(Reason.PROCESS_UNKNOWN, pid.toString()));
    }

    /** Prints pids in the order of node and id. */
    static List<String> pids(List<Pid> pids) {
        return pids.stream().sorted(Comparator.comparing(Pid::node).thenComparingLong(Pid::id))
                .map(pid -> new Ident.OfPid(pid).raw()).toList();
    }

    private static Object state(Scope scope, Line line) {
        Pid pid = pid(scope, line);
        ProcessState state = scope.node().processState(pid)
                .orElseThrow(() -> ErgoException.of(Reason.PROCESS_UNKNOWN, pid.toString()));
        boolean steady = state == ProcessState.SLEEP || state == ProcessState.RUNNING;
        return steady && !line.isTrue("exact") ? "alive" : state.toString();
    }

    static String text(Priority priority) {
        return priority.name().toLowerCase(Locale.ROOT);
    }

    private static Object self(Scope scope, Line line) {
        ProcessContext self = scope.process();
        return Members.of("pid", new Ident.OfPid(self.pid()).raw()).with("name", self.name().orElse(""))
                .with("parent", new Ident.OfPid(self.parent()).raw())
                .with("leader", new Ident.OfPid(self.leader()).raw())
                .with("state", self.state().toString()).with("priority", text(self.sendPriority()))
                .with("important", self.importantDelivery()).with("compression", self.compression().enabled())
                .with("keep_order", self.keepNetworkOrder()).with("log_level", self.log().level().toString());
    }

    private static Object info(Scope scope, Line line) {
        Pid pid = line.has("to") ? pid(scope, line) : scope.process().pid();
        Members all = all(info(scope.node(), pid));
        Members chosen = new Members();
        for (String field : line.has("fields") ? line.texts("fields") : USUAL) {
            if (!all.containsKey(field)) {
                throw new PeerException("no field " + field);
            }
            chosen.with(field, all.get(field));
        }
        return chosen;
    }

    private static Members all(ProcessInfo info) {
        return Members.of("pid", new Ident.OfPid(info.pid()).raw()).with("name", info.name())
                .with("application", info.application()).with("state", info.state().toString())
                .with("parent", new Ident.OfPid(info.parent()).raw())
                .with("leader", new Ident.OfPid(info.leader()).raw())
                .with("priority", text(info.settings().sendPriority()))
                .with("important", info.settings().importantDelivery())
                .with("keep_order", info.settings().keepNetworkOrder())
                .with("log_level", info.logLevel().toString())
                .with("compression", compression(info.settings().compression()))
                .with("mailbox_size", info.mailboxSize()).with("aliases", aliases(info.aliases().stream()))
                .with("fallback", fallback(info.overflow())).with("env", SettingCommands.shown(info.env()))
                .with("messages_in", info.messagesIn()).with("messages_out", info.messagesOut())
                .with("queues", Members.of("main", info.mailbox().main()).with("system", info.mailbox().system())
                        .with("urgent", info.mailbox().urgent()))
                .with("links", targets(info.links())).with("monitors", targets(info.monitors()));
    }

    private static List<String> aliases(Stream<Alias> aliases) {
        return aliases.map(alias -> new Ident.OfAlias(alias).raw()).toList();
    }

    private static Members fallback(Overflow overflow) {
        return overflow instanceof Overflow.Fallback(var process, var tag)
                ? Members.of("enable", true).with("name", process).with("tag", tag)
                : Members.of("enable", false).with("name", "").with("tag", "");
    }

    private static Members compression(Compression compression) {
        return Members.of("enable", compression.enabled()).with("kind", compression.type().toString())
                .with("level", compression.level().toString()).with("threshold", compression.threshold());
    }

    private static Members targets(List<Address> targets) {
        return Members.of("pid", pids(only(targets, Pid.class).toList()))
                .with("name", only(targets, ProcessId.class).map(name -> name.name() + "@" + name.node()).sorted()
                        .toList())
                .with("alias", aliases(only(targets, Alias.class)))
                .with("event", List.of()).with("node", List.of());
    }

    private static <T> Stream<T> only(List<Address> targets, Class<T> type) {
        return targets.stream().filter(type::isInstance).map(type::cast);
    }
}
