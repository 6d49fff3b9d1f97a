package io.ergo.interop.peer;

import java.util.ArrayList;
import java.util.List;

import io.ergo.SupervisionInfo;
import io.ergo.interop.peer.Command.Place;
import io.ergo.interop.value.Ident;
import io.ergo.interop.value.Members;
import org.jspecify.annotations.Nullable;

/** Commands that manage the children of a supervisor. */
final class SupervisorCommands {

    private SupervisorCommands() {}

    static void addTo(Commands table) {
        table.add("sup.start", Place.PROCESS, (scope, line) -> {
            scope.host().supervised().start(line.text("child"), Blueprint.args(scope.peer(), line.list("args")));
            return null;
        });
        table.add("sup.add", Place.PROCESS, (scope, line) -> {
            scope.host().supervised().add(Blueprint.child(scope.peer(), line.object("child")));
            return null;
        });
        table.add("sup.enable", Place.PROCESS, (scope, line) -> {
            scope.host().supervised().enable(line.text("child"));
            return null;
        });
        table.add("sup.disable", Place.PROCESS, (scope, line) -> {
            scope.host().supervised().disable(line.text("child"));
            return null;
        });
        table.add("sup.children", Place.PROCESS, SupervisorCommands::children);
    }

    private static Object children(Scope scope, Line line) {
        Children children = scope.host().supervised();
        List<@Nullable Object> shown = new ArrayList<>();
        children.all().forEach(child -> shown.add(shown(child, children.areNamed())));
        return shown;
    }

    private static Members shown(SupervisionInfo.Child child, boolean named) {
        return Members.of("spec", child.spec()).with("name", named ? child.spec() : "")
                .with("pid", child.pid().map(pid -> new Ident.OfPid(pid).raw()).orElse(null))
                .with("significant", child.significant()).with("disabled", child.disabled());
    }
}
