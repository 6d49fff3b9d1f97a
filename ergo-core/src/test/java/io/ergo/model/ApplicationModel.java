package io.ergo.model;

import java.util.ArrayList;
import java.util.List;

import io.ergo.ApplicationMode;
import io.ergo.Reason;
import io.ergo.model.Inhabitant.Letter;
import io.ergo.spi.Entry;
import org.jspecify.annotations.Nullable;

/** What the end of a member means for the application: the table of 10.3 of the specification. */
final class ApplicationModel {

    private final List<String> keys;
    private final List<Inhabitant> members = new ArrayList<>();
    private ApplicationMode mode = ApplicationMode.TEMPORARY;
    private boolean runs;
    private boolean begun;
    private boolean aborted;
    private boolean stopping;
    private Reason reason = Reason.NORMAL;
    /** What the callback was told. */
    private @Nullable Reason told;
    private String refusal = "";

    ApplicationModel(List<String> keys) {
        this.keys = keys;
    }

    void begins(Inhabitant member) {
        if (!runs) {
            runs = true;
            begun = true;
            stopping = false;
            aborted = false;
            reason = Reason.NORMAL;
            told = null;
        }
        Model.check(begun, "the application starts a member later than the others");
        Model.check(member.key.equals(keys.get(members.size())), "members start in order");
        members.add(member);
    }

    /** A member did not start: those before it are killed. Returns them. */
    List<Inhabitant> failed(Inhabitant member) {
        aborted = true;
        members.remove(member);
        return List.copyOf(members);
    }

    /** Returns what the start returns, but for the reason of a member that did not start. */
    String start(ApplicationMode wanted, String result) {
        if (aborted && begun) {
            begun = false;
            runs = false;
            Model.check(members.isEmpty(), "a failed start leaves " + members);
            return result;
        }
        if (!begun) {
            return (stopping ? Reason.APPLICATION_STATE : Reason.APPLICATION_RUNNING).toString();
        }
        begun = false;
        mode = wanted;
        Model.check(members.size() == keys.size(), "not all members were started");
        return "";
    }

    void ended(Inhabitant member, Reason outside) {
        if (!members.remove(member) || aborted) {
            return;
        }
        boolean normal = outside.equals(Reason.NORMAL) || outside.equals(Reason.SHUTDOWN);
        if (!stopping && (mode == ApplicationMode.PERMANENT || (mode == ApplicationMode.TRANSIENT && !normal))) {
            stopping = true;
            reason = outside;
        }
        overIfBoth();
    }

    /** The callback was called. */
    void over(Reason why) {
        Model.check(runs && told == null, "the application was not running");
        told = why;
        overIfBoth();
    }

    private void overIfBoth() {
        if (members.isEmpty() && told != null) {
            Model.check(told.equals(reason), "the application had to end with " + reason);
            runs = false;
            stopping = false;
        }
    }

    /** Returns the members that are killed. */
    List<Inhabitant> stops(boolean force) {
        refusal = runs && stopping && !force ? Reason.APPLICATION_STOPPING.toString() : "";
        if (!runs) {
            return List.of();
        }
        if (!stopping) {
            stopping = true;
            reason = force ? Reason.KILL : Reason.SHUTDOWN;
        }
        return force ? List.copyOf(members) : List.of();
    }

    void stopped(String result) {
        Model.check(result.equals(refusal), "the stop had to return '" + refusal + "'");
        Model.check(!refusal.isEmpty() || !runs, "the application still runs");
    }

    /** Whether this is the exit signal that members get while the application stops; when exactly is left open. */
    boolean takesShutdown(Inhabitant member, Letter letter) {
        return stopping && members.contains(member) && letter.kind() == Entry.Kind.EXIT && letter.from().id() == 1
                && letter.message().endsWith("reason=shutdown]");
    }

    void quiet() {
        Model.check(!runs || !members.isEmpty(), "nobody was told of the end of the application");
    }

    /** After a long time. */
    void atRest() {
        Model.check(!stopping || !runs, "the application stops and does not end: " + members);
    }
}
