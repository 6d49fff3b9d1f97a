package io.ergo.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.ApplicationMode;
import io.ergo.Delivery.Outcome;
import io.ergo.MessageDown;
import io.ergo.MessageDownAlias;
import io.ergo.MessageDownPid;
import io.ergo.MessageDownProcessId;
import io.ergo.MessageExit;
import io.ergo.MessageExitAlias;
import io.ergo.MessageExitPid;
import io.ergo.MessageExitProcessId;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.SupervisionInfo;
import io.ergo.model.Fact.Deed;
import io.ergo.model.Inhabitant.Letter;
import io.ergo.model.Inhabitant.PendingCall;
import io.ergo.model.Inhabitant.Relation;
import io.ergo.spi.Entry;
import org.jspecify.annotations.Nullable;

/** What has to happen on the node. Reads the facts in order and throws at the first that contradicts. */
final class Model {

    private static final Pattern PAUSE_OVER = Pattern.compile("PauseOver\\[.*]#(\\d+)");
    private static final Pattern OVERDUE = Pattern.compile("ChildOverdue\\[pid=(.*)]#\\d+");
    private static final Pattern ASK = Pattern.compile("Ask\\[number=(\\d+), answer=(\\w+)]");

    /** A delayed send or a reminder that was ordered. */
    private static final class Timer {

        final Inhabitant owner;
        final Address to;
        final String message;
        final Priority priority;
        final long due;
        boolean over;

        Timer(Inhabitant owner, Address to, String message, Priority priority, long due) {
            this.owner = owner;
            this.to = to;
            this.message = message;
            this.priority = priority;
            this.due = due;
        }
    }

    private final Plan plan;
    private final ApplicationModel application;
    private final Map<Pid, Inhabitant> all = new LinkedHashMap<>();
    private final Map<String, Inhabitant> names = new HashMap<>();
    private final Map<Alias, Inhabitant> aliases = new HashMap<>();
    private final Map<Integer, Timer> timers = new LinkedHashMap<>();
    private final Map<String, List<Step.Act>> orders = new HashMap<>();
    private final Map<String, MessageExit> exits = new HashMap<>();
    /** Why the latest init failed, until its spawner knows. */
    private @Nullable Reason initFailure;
    private boolean stopping;
    private long now;

    Model(Plan plan) {
        this.plan = plan;
        this.application = new ApplicationModel(plan.members());
    }

    /** The message with this text tells its receiver to do this. */
    void orders(String message, List<Step.Act> acts) {
        orders.put(message, acts);
    }

    /** The node is told to stop; from now on only that everybody ends once is observed. */
    void nodeStops() {
        stopping = true;
    }

    /** A long time has passed. */
    void atRest() {
        application.atRest();
    }

    void allEnded() {
        List<Inhabitant> left = all.values().stream().filter(it -> !it.ended).toList();
        check(left.isEmpty(), "never ended: " + left);
    }

    void observe(Fact fact, long time) {
        now = time;
        if (stopping) {
            observeStop(fact);
            return;
        }
        switch (fact) {
            case Fact.Begins it -> begins(it);
            case Fact.Began it -> began(get(it.pid()));
            case Fact.BeginFailed it -> beginFailed(get(it.pid()), it.reason());
            case Fact.Spawned it -> spawned(it);
            case Fact.SpawnFailed it -> spawnFailed(it);
            case Fact.Handles it -> handles(get(it.pid()), new Letter(it.kind(), it.from(), it.message()));
            case Fact.Handled it -> handled(get(it.pid()), it.stop());
            case Fact.Did it -> did(it.by(), it.deed(), it.result());
            case Fact.Calls it -> calls(get(it.by()), it.to(), it.request(), now + it.timeout().toNanos());
            case Fact.CallOver it -> callOver(get(it.by()), it.result());
            case Fact.Fires it -> fires(timers.get(it.timer()));
            case Fact.Ended it -> ended(get(it.pid()), it.full());
            case Fact.Effect it -> effect(get(it.supervisor()), it.what());
            case Fact.Reminder it -> reminder(get(it.supervisor()), it);
            case Fact.ApplicationOver it -> application.over(it.reason());
            case Fact.ApplicationStops it -> applicationStops(it.force());
            case Fact.ApplicationStopped it -> application.stopped(it.refusal());
            case Fact.Quiet _ -> quiet();
        }
    }

    private void observeStop(Fact fact) {
        switch (fact) {
            case Fact.Begins it -> // while the application stops the others go on
                    all.put(it.pid(), new Inhabitant(it.pid(), it.key(), it.parent(), it.name(), 0, null));
            case Fact.BeginFailed(Pid pid, Reason _) -> get(pid).ended = true;
            case Fact.Ended(Pid pid, Reason _) -> {
                check(!get(pid).ended, "it ended before");
                get(pid).ended = true;
            }
            default -> {
                // restarts, pauses and calls end as the processes do
            }
        }
    }

    // ---- beginning

    private void begins(Fact.Begins it) {
        check(!all.containsKey(it.pid()), "the pid was given to another process");
        Plan.Sup sup = plan.supervisors().get(it.key());
        Inhabitant born = new Inhabitant(it.pid(), it.key(), it.parent(), it.name(),
                plan.limits().getOrDefault(it.key(), 0),
                sup == null ? null : new SupervisorModel(sup, this::isLivingSupervisor));
        all.put(it.pid(), born);
        if (it.name() != null) {
            check(names.putIfAbsent(it.name(), born) == null, "the name belongs to " + names.get(it.name()));
        }
        if (isMember(born)) {
            application.begins(born);
        }
        if (born.supervisor != null) {
            born.supervisor.begin(now);
        }
    }

    private boolean isMember(Inhabitant it) {
        return plan.members().contains(it.key) && it.parent.id() == 1;
    }

    private boolean isLivingSupervisor(Pid pid) {
        Inhabitant it = all.get(pid);
        return it != null && !it.ended && it.supervisor != null;
    }

    private void began(Inhabitant it) {
        check(it.supervisor == null || it.supervisor.expected.isEmpty(), "init is over, expected was " + expected(it));
        it.inInit = false;
    }

    private void beginFailed(Inhabitant it, Reason reason) {
        if (it.supervisor != null && it.supervisor.expected.peek() instanceof SupervisorModel.Finish) {
            expect(it, new SupervisorModel.Finish(reason));
        } else {
            check(reason.equals(Town.BROKEN), "it was to begin");
        }
        initFailure = reason.outside();
        List<Relation> linked = relationsOf(it).filter(Relation::link)
                .filter(relation -> relation.address() instanceof Pid).toList();
        release(it, reason);
        linked.forEach(relation -> exit(relation.target(), it.pid, new MessageExitPid(it.pid, reason.outside())));
        if (isMember(it)) {
            application.failed(it).forEach(member -> kill(member.pid));
        }
    }

    private void spawned(Fact.Spawned it) {
        Inhabitant child = get(it.pid());
        check(!child.inInit && !child.ended, "it does not run");
        if (it.by().id() != 1) {
            Inhabitant parent = get(it.by());
            check(child.parent.equals(parent.pid), "its parent is " + child.parent);
            check(!parent.killed, "a killed process spawns");
            if (it.linkChild()) {
                relate(parent, child, child.pid, true);
            }
            if (it.linkParent()) {
                relate(child, parent, parent.pid, true);
            }
            if (parent.supervisor != null) {
                expectStart(parent, it.key());
                parent.supervisor.started(it.pid(), now);
            }
        }
    }

    private void spawnFailed(Fact.SpawnFailed it) {
        Inhabitant parent = it.by().id() == 1 ? null : get(it.by());
        if (parent != null && parent.killed) {
            check(it.reason().equals(Reason.NOT_ALLOWED), "it was killed before");
            return;
        }
        Reason right = initFailure != null ? initFailure : names.containsKey(it.key()) ? Reason.TAKEN : null;
        initFailure = null;
        check(it.reason().equals(right), "the spawn had to fail with " + right);
        if (parent != null && parent.supervisor != null) {
            expectStart(parent, it.key());
            parent.supervisor.startFailed(it.reason(), now);
        }
    }

    private void expectStart(Inhabitant sup, String name) {
        SupervisorModel model = Objects.requireNonNull(sup.supervisor);
        boolean right = model.expected.poll() instanceof SupervisorModel.Start(var kid)
                && (name.isEmpty() || kid.name.equals(name));
        check(right, "no start of '" + name + "' was expected");
    }

    // ---- mailboxes

    private void handles(Inhabitant it, Letter letter) {
        check(it.takes() && !it.inInit && it.handling == null && it.leaving == null, "it cannot handle anything now");
        Letter next = it.next();
        if (letter.equals(next)) {
            it.remove(next);
        } else {
            check(application.takesShutdown(it, letter), "expected was " + next + ", in the mailbox are " + it.mail());
            exits.put(letter.message(), new MessageExitPid(letter.from(), Reason.SHUTDOWN));
        }
        it.handling = letter;
        if (it.supervisor != null) {
            supervise(it.supervisor, letter);
        }
    }

    private void supervise(SupervisorModel sup, Letter letter) {
        String message = letter.message();
        switch (letter.kind()) {
            case EXIT -> superviseExit(sup, exitOf(message));
            case REQUEST -> fails(sup, endOfAnswer(letter));
            case MESSAGE -> {
                Matcher overdue = OVERDUE.matcher(message);
                Matcher pause = PAUSE_OVER.matcher(message);
                if (overdue.matches()) {
                    sup.overdue(overdue.group(1), now);
                } else if (pause.matches()) {
                    sup.pauseOver(Integer.parseInt(pause.group(1)), now);
                } else {
                    orders.getOrDefault(message, List.of()).stream().filter(Step.Management.class::isInstance)
                            .forEach(act -> sup.command((Step.Management) act, now));
                    fails(sup, endOfOrders(letter));
                }
            }
        }
    }

    private void superviseExit(SupervisorModel sup, MessageExit exit) {
        if (exit instanceof MessageExitPid(Pid pid, Reason reason)) {
            if (sup.supervises(pid)) {
                timers.values().stream().filter(timer -> timer.message.startsWith("ChildOverdue[pid=" + pid + "]"))
                        .forEach(timer -> timer.over = true);
                sup.childEnded(pid, reason, now);
            } else {
                sup.exit(reason, reason, now);
            }
        } else {
            Reason reason = Reason.wrap(exit.source().toString(), exit.reason());
            sup.exit(reason, reason, now);
        }
    }

    /** A callback of a supervisor that fails ends it in order. */
    private void fails(SupervisorModel sup, @Nullable Reason failure) {
        if (failure != null) {
            sup.exit(failure, failure.exception().isPresent() ? Reason.PANIC : failure, now);
        }
    }

    private MessageExit exitOf(String message) {
        return Objects.requireNonNull(exits.get(message), message);
    }

    private void exit(Inhabitant to, Pid from, MessageExit exit) {
        exits.put(exit.toString(), exit);
        letter(to, new Letter(Entry.Kind.EXIT, from, exit.toString()), Priority.MAX);
    }

    private void handled(Inhabitant it, @Nullable Reason stop) {
        Letter letter = Objects.requireNonNull(it.handling);
        Reason ends = it.supervisor != null ? endOfSupervisor(it) : endOfWalker(it, letter);
        answer(letter);
        if (ends == null || stop == null) {
            check((ends == null && stop == null) || it.killed, "it had to end with " + ends);
        } else {
            check(stop.text().equals(ends.text()) && stop.outside().equals(ends.outside()),
                    "it had to end with " + ends);
        }
        it.handling = null;
        it.leaving = stop;
    }

    private @Nullable Reason endOfWalker(Inhabitant it, Letter letter) {
        return switch (letter.kind()) {
            case EXIT -> {
                MessageExit exit = exitOf(letter.message());
                boolean fromParent = exit instanceof MessageExitPid(Pid pid, Reason _) && pid.equals(it.parent);
                yield it.traps && !fromParent ? null : Reason.wrap(exit.source().toString(), exit.reason());
            }
            case REQUEST -> endOfAnswer(letter);
            default -> endOfOrders(letter);
        };
    }

    private @Nullable Reason endOfOrders(Letter letter) {
        for (Step.Act act : orders.getOrDefault(letter.message(), List.of())) {
            if (act instanceof Step.Stop(Reason reason)) {
                return reason;
            }
            if (act instanceof Step.Panic) {
                return Reason.panic(new IllegalStateException("on purpose"));
            }
        }
        return null;
    }

    private static @Nullable Reason endOfAnswer(Letter letter) {
        return switch (answerOf(letter.message())) {
            case STOP -> Walker.Ask.STOPPED;
            case THROW -> Reason.panic(new IllegalStateException("on purpose"));
            default -> null;
        };
    }

    private static Step.Answer answerOf(String request) {
        Matcher ask = ASK.matcher(request);
        check(ask.matches(), "no request");
        return Step.Answer.valueOf(ask.group(2));
    }

    private @Nullable Reason endOfSupervisor(Inhabitant it) {
        SupervisorModel sup = Objects.requireNonNull(it.supervisor);
        check(sup.expected.isEmpty() || sup.expected.peek() instanceof SupervisorModel.Finish,
                "expected was " + sup.expected);
        return sup.expected.poll() instanceof SupervisorModel.Finish(Reason reason) ? reason : null;
    }

    /** What the handler of a request did for the requester. */
    private void answer(Letter letter) {
        if (letter.kind() != Entry.Kind.REQUEST) {
            return;
        }
        Matcher ask = ASK.matcher(letter.message());
        check(ask.matches(), "no request");
        String value = "answer " + ask.group(1);
        switch (Step.Answer.valueOf(ask.group(2))) {
            case VALUE, STOP -> answer(letter, value);
            case ERROR -> answer(letter, Walker.Ask.REFUSED.toString());
            case THROW -> answer(letter, Reason.PROCESS_TERMINATED.toString());
            case LATER -> {
                // the requester waits
            }
        }
    }

    private void answer(Letter request, String result) {
        Inhabitant requester = all.get(request.from());
        PendingCall call = requester == null ? null : requester.call;
        if (call != null && call.request.equals(request.message()) && call.deadline >= now) {
            call.answer(result, now);
        }
    }

    private void letter(Inhabitant to, Letter letter, Priority priority) {
        if (to.takes()) {
            to.put(letter, priority);
        }
    }

    private Outcome send(Pid from, Address to, Entry.Kind kind, String message, Priority priority) {
        Inhabitant target = find(to);
        if (target == null) {
            return Outcome.UNKNOWN;
        }
        if (!target.takes()) {
            return Outcome.TERMINATED;
        }
        if (kind != Entry.Kind.EXIT && target.isFull(priority)) {
            return Outcome.FULL;
        }
        target.put(new Letter(kind, from, message), priority);
        return Outcome.DELIVERED;
    }

    private @Nullable Inhabitant find(Address address) {
        return switch (address) {
            case Pid pid -> {
                Inhabitant it = all.get(pid);
                yield it == null || it.ended ? null : it;
            }
            case ProcessId name -> names.get(name.name());
            case Alias alias -> aliases.get(alias);
        };
    }

    // ---- operations

    private void did(Pid by, Deed deed, String result) {
        Inhabitant it = by.id() == 1 ? null : get(by);
        boolean free = deed instanceof Deed.Kill || deed instanceof Deed.Trap || deed instanceof Deed.CancelTimer;
        String right = it != null && it.killed && !free ? Reason.NOT_ALLOWED.toString()
                : resultOf(by, it, deed, result);
        check(result.equals(right), "the result had to be '" + right + "'");
    }

    private String resultOf(Pid by, @Nullable Inhabitant it, Deed deed, String result) {
        return switch (deed) {
            case Deed.Send(Address to, String message, Priority priority) ->
                    send(by, to, Entry.Kind.MESSAGE, message, priority).toString();
            case Deed.Exit(Pid to, Reason reason) -> exit(by, it, to, reason);
            case Deed.Kill(Pid to) -> kill(to);
            case Deed.StartApplication(var mode) -> startApplication(mode, result);
            default -> own(Objects.requireNonNull(it), deed);
        };
    }

    private String startApplication(ApplicationMode mode, String result) {
        String failure = initFailure == null ? result : initFailure.toString();
        initFailure = null;
        return application.start(mode, failure);
    }

    private String exit(Pid by, @Nullable Inhabitant it, Pid to, Reason reason) {
        if (it != null && (to.equals(by) || to.equals(it.parent))) {
            return Reason.NOT_ALLOWED.toString();
        }
        MessageExit exit = new MessageExitPid(by, reason);
        exits.put(exit.toString(), exit);
        return send(by, to, Entry.Kind.EXIT, exit.toString(), Priority.MAX).toString();
    }

    private String kill(Pid to) {
        Inhabitant target = all.get(to);
        if (target != null && target.takes()) {
            target.killed = true;
            if (target.call != null) {
                target.call.answer(Reason.PROCESS_TERMINATED.toString(), now);
            }
        }
        return "";
    }

    private String own(Inhabitant it, Deed deed) {
        switch (deed) {
            case Deed.SendAfter(Address to, String message, var delay, int timer) ->
                    timers.put(timer, new Timer(it, to, message, Priority.NORMAL, now + delay.toNanos()));
            case Deed.CancelTimer(int number) -> {
                return String.valueOf(cancel(timers.get(number)));
            }
            case Deed.Trap(boolean on) -> it.traps = on;
            case Deed.Watch(Address to, boolean link) -> {
                return watch(it, to, link);
            }
            case Deed.Unwatch(Address to, boolean link) -> {
                Relation there = relation(it, to, link);
                return there != null && there.target().watchers.remove(there) ? "" : Reason.TARGET_UNKNOWN.toString();
            }
            case Deed.TakeName(String name) -> {
                if (it.name != null || names.containsKey(name)) {
                    return Reason.TAKEN.toString();
                }
                it.name = name;
                names.put(name, it);
            }
            case Deed.DropName _ -> {
                return dropName(it);
            }
            case Deed.MakeAlias(Alias made) -> {
                it.aliases.add(Objects.requireNonNull(made));
                aliases.put(made, it);
            }
            case Deed.DropAlias(Alias alias) -> {
                return dropAlias(it, alias);
            }
            case Deed.Manage(Step.Management command) -> {
                return manage(it);
            }
            default -> throw new IllegalArgumentException(deed.toString());
        }
        return "";
    }

    private boolean cancel(@Nullable Timer timer) {
        if (timer == null || timer.over || timer.owner.ended) {
            return false;
        }
        timer.over = true;
        return true;
    }

    private String watch(Inhabitant it, Address to, boolean link) {
        Inhabitant target = find(to);
        if (target == null) {
            return (to instanceof Alias ? Reason.ALIAS_UNKNOWN : Reason.PROCESS_UNKNOWN).toString();
        }
        if (link && target == it) {
            return Reason.NOT_ALLOWED.toString();
        }
        return relate(it, target, to, link) ? "" : Reason.TARGET_EXIST.toString();
    }

    private boolean relate(Inhabitant consumer, Inhabitant target, Address address, boolean link) {
        return relation(consumer, address, link) == null
                && target.watchers.add(new Relation(consumer, target, address, link));
    }

    private @Nullable Relation relation(Inhabitant consumer, Address address, boolean link) {
        return relationsOf(consumer).filter(one -> one.link() == link && one.address().equals(address)).findFirst()
                .orElse(null);
    }

    private java.util.stream.Stream<Relation> relationsOf(Inhabitant consumer) {
        return all.values().stream().filter(one -> !one.watchers.isEmpty()).flatMap(one -> one.watchers.stream())
                .filter(one -> one.consumer() == consumer);
    }

    private String dropName(Inhabitant it) {
        String name = it.name;
        if (name == null) {
            return Reason.NAME_UNKNOWN.toString();
        }
        it.name = null;
        names.remove(name);
        unregistered(it, new ProcessId(name, Town.NODE));
        return "";
    }

    private String dropAlias(Inhabitant it, Alias alias) {
        if (!it.aliases.remove(alias)) {
            return (aliases.containsKey(alias) ? Reason.ALIAS_OWNER : Reason.ALIAS_UNKNOWN).toString();
        }
        aliases.remove(alias);
        unregistered(it, alias);
        return "";
    }

    private void unregistered(Inhabitant it, Address address) {
        List<Relation> concerned = it.watchers.stream().filter(one -> one.address().equals(address)).toList();
        it.watchers.removeAll(concerned);
        concerned.forEach(one -> notice(one, Reason.UNREGISTERED));
    }

    // ---- calls

    private void calls(Inhabitant it, Address to, String request, long deadline) {
        PendingCall call = new PendingCall(request, deadline);
        it.call = call;
        if (it.killed) {
            call.answer(Reason.NOT_ALLOWED.toString(), now);
        } else if (find(to) == it) {
            call.answer(Reason.NOT_ALLOWED.toString(), now);
        } else {
            Outcome outcome = send(it.pid, to, Entry.Kind.REQUEST, request, Priority.NORMAL);
            if (outcome != Outcome.DELIVERED) {
                call.answer(outcome.reason().toString(), now);
            }
        }
    }

    private void callOver(Inhabitant it, String result) {
        PendingCall call = Objects.requireNonNull(it.call);
        it.call = null;
        boolean timedOut = result.equals(Reason.TIMEOUT.toString());
        if (timedOut) {
            check(now == call.deadline, "the time was not over");
            check(call.result == null || call.answeredAt == now, "it was answered with '" + call.result + "'");
        } else {
            check(result.equals(call.result), "the result had to be '" + call.result + "'");
        }
    }

    // ---- timers

    private void fires(@Nullable Timer timer) {
        check(timer != null && !timer.over && !timer.owner.ended && timer.due == now, "that timer had not to fire now");
        timer.over = true;
        send(timer.owner.pid, timer.to, Entry.Kind.MESSAGE, timer.message, timer.priority);
    }

    // ---- supervisors

    private String manage(Inhabitant it) {
        SupervisorModel sup = Objects.requireNonNull(it.supervisor);
        if (sup.expected.peek() instanceof SupervisorModel.Refuse(Reason reason)) {
            sup.expected.poll();
            return reason.toString();
        }
        check(sup.expected.isEmpty(), "expected was " + sup.expected);
        return "";
    }

    private void effect(Inhabitant it, String what) {
        expect(it, new SupervisorModel.Do(what));
        if (what.startsWith("ask ")) {
            Inhabitant child = all.values().stream().filter(one -> what.startsWith("ask " + one.pid + " ")).findFirst()
                    .orElseThrow();
            Reason reason = Reason.of(what.substring(("ask " + child.pid + " ").length()));
            exit(child, it.pid, new MessageExitPid(it.pid, reason));
        } else if (what.startsWith("kill ")) {
            all.values().stream().filter(one -> what.equals("kill " + one.pid)).forEach(one -> kill(one.pid));
        } else if (what.startsWith("tell ")) {
            letter(it, new Letter(Entry.Kind.MESSAGE, it.pid, what.substring("tell ".length())), Priority.NORMAL);
        }
    }

    private void reminder(Inhabitant it, Fact.Reminder fact) {
        SupervisorModel.Expected next = Objects.requireNonNull(it.supervisor).expected.poll();
        check(next instanceof SupervisorModel.Remind remind && remind.fits(fact), "expected was " + next);
        timers.put(fact.timer(), new Timer(it, it.pid, fact.message(), Priority.HIGH, now + fact.delay().toNanos()));
    }

    private void expect(Inhabitant it, SupervisorModel.Expected what) {
        SupervisorModel.Expected next = Objects.requireNonNull(it.supervisor).expected.poll();
        check(what.equals(next), "expected was " + next);
    }

    private static String expected(Inhabitant it) {
        return it.supervisor == null ? "nothing" : it.supervisor.expected.toString();
    }

    // ---- the end

    private void ended(Inhabitant it, Reason full) {
        check(!it.ended, "it ended before");
        check(it.handling == null, "it handles something");
        Reason right = it.killed ? Reason.KILL : it.leaving;
        check(right != null, "it had no reason to end");
        check(full.text().equals(right.text()) && full.outside().equals(right.outside()),
                "it had to end with " + right);
        release(it, full.outside());
        application.ended(it, full.outside());
    }

    /** Everything it has is free, and then all who watch it are told: by pid, by name, by alias. */
    private void release(Inhabitant it, Reason outside) {
        it.ended = true;
        all.values().forEach(one -> one.watchers.removeIf(relation -> relation.consumer() == it));
        if (it.name != null) {
            names.remove(it.name);
        }
        it.aliases.forEach(aliases::remove);
        it.mail().stream().filter(letter -> letter.kind() == Entry.Kind.REQUEST)
                .forEach(letter -> answer(letter, Reason.PROCESS_TERMINATED.toString()));
        for (Class<?> kind : List.of(Pid.class, ProcessId.class, Alias.class)) {
            it.watchers.stream().filter(one -> kind.isInstance(one.address())).forEach(one -> notice(one, outside));
        }
        it.watchers.clear();
        timers.values().stream().filter(timer -> timer.owner == it).forEach(timer -> timer.over = true);
    }

    private void notice(Relation relation, Reason reason) {
        Address address = relation.address();
        Pid from = address instanceof Pid pid ? pid : new Pid(Town.NODE, 1, relation.consumer().pid.creation());
        if (relation.link()) {
            MessageExit exit = switch (address) {
                case Pid pid -> new MessageExitPid(pid, reason);
                case ProcessId name -> new MessageExitProcessId(name, reason);
                case Alias alias -> new MessageExitAlias(alias, reason);
            };
            exit(relation.consumer(), from, exit);
        } else {
            MessageDown down = switch (address) {
                case Pid pid -> new MessageDownPid(pid, reason);
                case ProcessId name -> new MessageDownProcessId(name, reason);
                case Alias alias -> new MessageDownAlias(alias, reason);
            };
            letter(relation.consumer(), new Letter(Entry.Kind.MESSAGE, from, down.toString()), Priority.HIGH);
        }
    }

    // ---- the application

    private void applicationStops(boolean force) {
        application.stops(force).forEach(member -> kill(member.pid));
    }

    // ---- nothing more happens

    private void quiet() {
        for (Inhabitant it : all.values()) {
            if (!it.ended) {
                check(!it.inInit, it + " is still in init");
                check(it.call == null ? it.handling == null : it.call.deadline > now && it.call.result == null,
                        it + " does not go on");
                check(it.call != null || (!it.killed && it.leaving == null), it + " does not end");
                check(it.call != null || !it.hasMail(), it + " does not handle " + it.mail());
            }
        }
        timers.values().forEach(timer -> check(timer.over || timer.due > now, "'" + timer.message + "' was not sent"));
        application.quiet();
    }

    /** Compares what the node shows with what the model knows; nothing must be going on. */
    void compareWith(Node node) {
        List<Inhabitant> living = all.values().stream().filter(it -> !it.ended)
                .sorted(Comparator.comparingLong(it -> it.pid.id())).toList();
        check(node.processes().equals(living.stream().map(it -> it.pid).toList()), "alive are " + node.processes()
                + ", had to be " + living);
        names.forEach((name, owner) -> check(node.pidOf(name).filter(owner.pid::equals).isPresent(),
                "the name " + name + " belongs to " + node.pidOf(name) + ", had to belong to " + owner));
        check(node.info().registeredNames() == names.size(), "there are other names than " + names.keySet());
        int relations = all.values().stream().mapToInt(it -> it.watchers.size()).sum();
        check(node.audit().relations().size() == relations, "there had to be " + relations + " relations, there are "
                + node.audit().relations());
        living.forEach(it -> compare(node, it));
    }

    private static void compare(Node node, Inhabitant it) {
        if (it.supervisor != null) {
            SupervisionInfo info = node.supervision(it.pid).orElseThrow();
            List<String> shown = info.children().stream().map(child -> child.spec() + " " + child.pid().orElse(null)
                    + (child.disabled() ? " disabled" : "") + " " + child.restarts()).toList();
            check(shown.equals(it.supervisor.shown()),
                    it + " shows " + shown + ", had to show " + it.supervisor.shown());
            check(info.restarts() == it.supervisor.restarts(), it + " counts " + info.restarts() + " restarts");
        }
    }

    private Inhabitant get(Pid pid) {
        Inhabitant it = all.get(pid);
        check(it != null, "nobody knows " + pid);
        return it;
    }

    static void check(boolean right, String otherwise) {
        if (!right) {
            throw new AssertionError(otherwise);
        }
    }
}
