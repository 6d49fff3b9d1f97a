package io.ergo.actor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import io.ergo.Args;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SupervisionInfo;
import io.ergo.SupervisorType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random inputs from a seed against rules that always hold: a name has one process at a time, only running children are asked
 * to end and only once, nothing is done after the end, a closing supervisor ends with its last child, and one that is left alone
 * comes to rest with the children running that have to, but for those whose start failed on command.
 */
class SupervisionInvariantTest {

    private static final int SEEDS = 2_000;
    private static final int STEPS = 60;
    private static final List<String> NAMES = List.of("a", "b", "c", "d");
    private static final List<Reason> REASONS = List.of(Reason.NORMAL, Reason.SHUTDOWN, Reason.KILL,
            Reason.of("custom"));

    private final Set<Pid> alive = new HashSet<>();
    private final Set<Pid> asked = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> failed = new HashSet<>();
    private final Set<Action.Pause> paused = new HashSet<>();
    private final List<String> trace = new ArrayList<>();
    private Random random = new Random(0);
    private SupervisorSpec spec = Scenario.spec(SupervisorType.ONE_FOR_ONE, RestartStrategy.TRANSIENT, "a");
    private Supervision supervision = Supervision.of(spec);
    private boolean finished;
    private long lastId;
    private long nowNanos;

    @Test
    void randomInputs_keepTheRules() {
        for (int seed = 0; seed < SEEDS; seed++) {
            reset(seed);
            try {
                play();
            } catch (Throwable broken) { // whatever it is, the seed and the way to it have to be known
                throw new AssertionError("seed " + seed + ", " + spec.type() + " " + spec.strategy() + ", " + trace,
                        broken);
            }
        }
    }

    private void reset(long seed) {
        random = new Random(seed);
        alive.clear();
        asked.clear();
        taken.clear();
        failed.clear();
        paused.clear();
        trace.clear();
        finished = false;
        lastId = 0;
        spec = Scenario
                .spec(any(List.of(SupervisorType.values())), any(List.of(RestartStrategy.values())), "a", "b", "c", "d")
                .withKeepOrder(random.nextBoolean())
                .withDisableAutoShutdown(random.nextBoolean())
                .withIntensity(random.nextInt(20), Duration.ofSeconds(5));
        if (random.nextBoolean()) {
            spec = spec.withBackOff(BackOff.between(Duration.ofMillis(100), Duration.ofSeconds(1)));
        }
        if (random.nextInt(4) == 0) {
            spec = Scenario.significant(spec, any(NAMES));
        }
        supervision = Supervision.of(spec);
    }

    private void play() {
        on(new Input.Begin());
        for (int i = 0; i < STEPS && !finished; i++) {
            nowNanos += random.nextInt(1_000_000_000);
            on(input());
        }
        comeToRest();
        if (!finished) {
            assertRested();
            on(new Input.ExitRequested(Reason.SHUTDOWN, Reason.SHUTDOWN));
            comeToRest();
        }
        assertThat(finished).isTrue();
    }

    private Input input() {
        int choice = random.nextInt(20);
        String name = any(NAMES);
        if (choice < 9 && !alive.isEmpty()) {
            return new Input.ChildEnded(any(List.copyOf(alive)), any(REASONS));
        }
        return switch (choice) {
            case 10 -> new Input.ExitRequested(any(REASONS), any(REASONS));
            case 9 -> paused.isEmpty() ? new Input.DisableChild(name) : pauseOver();
            case 11 -> new Input.Overdue(new Pid("test@localhost", random.nextInt((int) lastId + 2), 1));
            case 12, 13 -> new Input.EnableChild(name);
            case 14, 15 -> new Input.DisableChild(name);
            default -> new Input.StartChild(name, Args.none());
        };
    }

    /** Those that were asked to end do so, and all pauses pass. */
    private void comeToRest() {
        while (!finished && !(asked.isEmpty() && paused.isEmpty())) {
            nowNanos += random.nextInt(1_000_000_000);
            on(asked.isEmpty() ? pauseOver() : new Input.ChildEnded(any(List.copyOf(asked)), Reason.SHUTDOWN));
        }
    }

    private Input pauseOver() {
        Action.Pause pause = any(List.copyOf(paused));
        paused.remove(pause);
        return new Input.PauseOver(pause.child(), pause.number());
    }

    private void assertRested() {
        assertThat(asked).isEmpty();
        for (SupervisionInfo.Child child : supervision.info().children()) {
            assertThat(child.disabled() && child.pid().isPresent()).isFalse();
            boolean hasToRun = spec.strategy() == RestartStrategy.PERMANENT && !child.disabled()
                    && !failed.contains(child.spec());
            assertThat(child.pid().isPresent() || !hasToRun).as(child.spec() + " runs").isTrue();
        }
    }

    private void on(Input input) {
        trace.add(input.toString());
        if (input instanceof Input.ChildEnded(Pid pid, Reason reason)) {
            alive.remove(pid);
            asked.remove(pid);
            taken.removeIf(name -> name.endsWith("=" + pid.id()));
        }
        ArrayDeque<Action> todo = new ArrayDeque<>(supervision.on(input, nowNanos));
        for (Action action = todo.poll(); action != null; action = todo.poll()) {
            trace.add(action.toString());
            assertThat(finished).as("anything after the end").isFalse();
            switch (action) {
                case Action.Start start -> todo.addAll(supervision.on(start(start.child()), nowNanos));
                case Action.Pause pause -> paused.add(pause);
                case Action.Stop stop -> {
                    assertThat(alive).contains(stop.pid());
                    assertThat(asked.add(stop.pid())).as("asked once").isTrue();
                }
                case Action.Kill kill -> assertThat(asked).contains(kill.pid());
                case Action.Finish finish -> finished = true;
                default -> assertThat(action).isNotNull();
            }
        }
        if (finished && !(input instanceof Input.Begin)) {
            assertThat(alive).isEmpty();
        }
    }

    /**
     * A start fails now and then, but never the first ones: that is the end, without waiting for anybody. A child stays down if
     * its start failed and is not retried.
     */
    private Input start(Child child) {
        if (lastId > NAMES.size() && random.nextInt(5) == 0) {
            failed.add(child.name());
            return new Input.StartFailed(child, Reason.of("broken"));
        }
        Pid pid = new Pid("test@localhost", ++lastId, 1);
        if (spec.type() != SupervisorType.SIMPLE_ONE_FOR_ONE) {
            assertThat(taken).as("one process of a name").noneMatch(name -> name.startsWith(child.name() + "="));
            taken.add(child.name() + "=" + pid.id());
        }
        failed.remove(child.name());
        alive.add(pid);
        return new Input.ChildStarted(child, pid);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
