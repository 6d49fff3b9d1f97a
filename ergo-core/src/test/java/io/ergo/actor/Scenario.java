package io.ergo.actor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.ergo.Args;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SupervisionInfo;
import io.ergo.SupervisorType;

/**
 * Drives a {@link Supervision} without a node, in the notation of the worked scenarios: {@code start a}, {@code exit(a,custom)},
 * {@code kill a}, {@code finish custom}. Starts succeed unless said otherwise. The n-th process of a child is called
 * {@code a#n}; {@code a} alone is its latest.
 */
final class Scenario {

    static final Reason CUSTOM = Reason.of("custom");

    private final Supervision supervision;
    private final Map<String, Pid> pids = new LinkedHashMap<>();
    private final Map<Pid, String> names = new HashMap<>();
    private final Map<String, Integer> starts = new HashMap<>();
    private final Map<String, List<Args>> args = new HashMap<>();
    private final Map<String, ArrayDeque<Reason>> failures = new HashMap<>();
    private final Set<String> brokenForGood = new HashSet<>();
    private final Map<String, Action.Pause> paused = new HashMap<>();
    private final List<String> counted = new ArrayList<>();
    private long nowNanos;
    private long lastId = 1000;

    private Scenario(SupervisorSpec spec) {
        supervision = Supervision.of(spec);
    }

    static SupervisorSpec spec(SupervisorType type, RestartStrategy strategy, String... children) {
        SupervisorSpec spec = SupervisorSpec.of(type).withStrategy(strategy);
        for (String child : children) {
            spec = spec.withChild(child(child));
        }
        return spec;
    }

    static ChildSpec child(String name) {
        return ChildSpec.of(name, () -> {
            throw new AssertionError("nothing is spawned here");
        });
    }

    /** Returns a copy in which the child is significant. */
    static SupervisorSpec significant(SupervisorSpec spec, String name) {
        return spec.withChildren(spec.children().stream().map(c -> c.withSignificant(c.name().equals(name))).toList());
    }

    /** Returns a supervisor that has not started. */
    static Scenario of(SupervisorSpec spec) {
        return new Scenario(spec);
    }

    /** Returns a supervisor whose children run. */
    static Scenario running(SupervisorSpec spec) {
        Scenario scenario = new Scenario(spec);
        scenario.begins();
        return scenario;
    }

    List<String> begins() {
        return on(new Input.Begin());
    }

    List<String> ends(String process, Reason reason) {
        return on(new Input.ChildEnded(pid(process), reason));
    }

    List<String> pauseOver(String child) {
        return pauseOver(takePause(child));
    }

    List<String> pauseOver(Action.Pause waiting) {
        return on(new Input.PauseOver(waiting.child(), waiting.number()));
    }

    Action.Pause takePause(String child) {
        Action.Pause waiting = paused.remove(child);
        if (waiting == null) {
            throw new AssertionError(child + " is not paused");
        }
        return waiting;
    }

    /** Returns how long the child's restart waits. */
    Duration pause(String child, double chance) {
        Action.Pause waiting = takePause(child);
        paused.put(child, waiting);
        return waiting.backOff().pause(waiting.child().attempts(), chance);
    }

    List<String> exit(Reason reason) {
        return on(new Input.ExitRequested(reason, reason));
    }

    List<String> overdue(String process) {
        return on(new Input.Overdue(pid(process)));
    }

    List<String> startChild(String name, Object... arguments) {
        return on(new Input.StartChild(name, Args.of(arguments)));
    }

    List<String> addChild(String name) {
        return on(new Input.AddChild(child(name)));
    }

    List<String> enableChild(String name) {
        return on(new Input.EnableChild(name));
    }

    List<String> disableChild(String name) {
        return on(new Input.DisableChild(name));
    }

    void passes(Duration time) {
        nowNanos += time.toNanos();
    }

    /** The next starts of the child fail with these reasons, one each. */
    void failing(String child, Reason... reasons) {
        failures.computeIfAbsent(child, name -> new ArrayDeque<>()).addAll(List.of(reasons));
    }

    /** Every start of the child fails from now on. */
    void failingForGood(String child) {
        brokenForGood.add(child);
    }

    /** Returns the restarts that were counted: {@code a: custom}. */
    List<String> counted() {
        return counted;
    }

    /** Returns what the starts of the child were given. */
    List<Args> args(String child) {
        return args.getOrDefault(child, List.of());
    }

    SupervisionInfo info() {
        return supervision.info();
    }

    /** Returns the children as listed: {@code a#1}, {@code a-} if it does not run, {@code a#1!} if it is disabled. */
    List<String> children() {
        return supervision.info().children().stream()
                .map(c -> c.pid().map(names::get).orElse(c.spec() + "-") + (c.disabled() ? "!" : ""))
                .toList();
    }

    private List<String> on(Input input) {
        List<String> done = new ArrayList<>();
        ArrayDeque<Action> todo = new ArrayDeque<>(supervision.on(input, nowNanos));
        for (Action action = todo.poll(); action != null; action = todo.poll()) {
            switch (action) {
                case Action.Start start -> {
                    done.add("start " + start.child());
                    todo.addAll(supervision.on(start(start.child()), nowNanos));
                }
                case Action.Pause pause -> {
                    done.add("pause " + pause.child());
                    paused.put(pause.child().name(), pause);
                }
                case Action.Stop stop -> done.add("exit(" + names.get(stop.pid()) + "," + stop.reason() + ")");
                case Action.Kill kill -> done.add("kill " + names.get(kill.pid()));
                case Action.CountRestart restart -> counted.add(restart.child() + ": " + restart.why());
                case Action.GiveUp giveUp -> done.add("give up " + giveUp.child() + ": " + giveUp.why());
                case Action.Refuse refuse -> done.add("refuse " + refuse.reason());
                case Action.TellStarted told -> done.add("tell started " + names.get(told.pid()));
                case Action.TellEnded told -> done.add("tell ended " + names.get(told.pid()) + " " + told.reason());
                case Action.Finish finish -> done.add("finish " + finish.reason());
            }
        }
        return done;
    }

    private Input start(Child child) {
        args.computeIfAbsent(child.name(), name -> new ArrayList<>()).add(child.args());
        ArrayDeque<Reason> failing = failures.get(child.name());
        if (failing != null && !failing.isEmpty()) {
            return new Input.StartFailed(child, failing.remove());
        }
        if (brokenForGood.contains(child.name())) {
            return new Input.StartFailed(child, Reason.of("broken"));
        }
        String process = child.name() + "#" + starts.merge(child.name(), 1, Integer::sum);
        Pid pid = new Pid("test@localhost", ++lastId, 1);
        pids.put(child.name(), pid);
        pids.put(process, pid);
        names.put(pid, process);
        return new Input.ChildStarted(child, pid);
    }

    private Pid pid(String process) {
        Pid pid = pids.get(process);
        if (pid == null) {
            throw new AssertionError(process + " was never started; there are " + pids.keySet());
        }
        return pid;
    }
}
