package io.ergo.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.ergo.ApplicationMode;
import io.ergo.Priority;
import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SupervisorType;
import org.jspecify.annotations.Nullable;

/**
 * Who lives in a town and what happens to them, drawn from a seed.
 *
 * @param seed the seed
 * @param supervisors the supervisors by key
 * @param failing the starts that fail: {@code key#n} for the n-th
 * @param limits how many entries each queue of a process takes, for those that have a limit
 * @param inits what plain processes do in their init, before it fails or not
 * @param members of the application, keys of supervisors or plain processes
 * @param steps what is done
 */
record Plan(long seed, Map<String, Sup> supervisors, Set<String> failing, Map<String, Integer> limits,
        Map<String, List<Step.Act>> inits, List<String> members,
        List<Step> steps) {

    /** A supervisor; its children are plain processes unless they are supervisors of the plan. */
    record Sup(SupervisorType type, RestartStrategy strategy, int intensity, Duration period, boolean keepOrder,
            boolean handleChild, boolean disableAutoShutdown, @Nullable Duration backOff, List<String> children,
            Set<String> significant) {

        boolean isSimple() {
            return type == SupervisorType.SIMPLE_ONE_FOR_ONE;
        }
    }

    static final List<Reason> REASONS = List.of(Reason.NORMAL, Reason.SHUTDOWN, Reason.of("custom"),
            Reason.of("other"));
    private static final List<String> NAMES = List.of("n0", "n1", "n2");

    Plan withSteps(List<Step> fewer) {
        return new Plan(seed, supervisors, failing, limits, inits, members, fewer);
    }

    static Plan of(long seed) {
        return new Draw(seed).plan();
    }

    /** Draws a plan. */
    private static final class Draw {

        private final long seed;
        private final Random random;
        private final Map<String, Sup> supervisors = new LinkedHashMap<>();
        private final List<String> plain = new ArrayList<>();
        private final List<String> all = new ArrayList<>();
        private int added;

        Draw(long seed) {
            this.seed = seed;
            this.random = new Random(seed * 0x9E37_79B9_7F4A_7C15L + 1);
        }

        Plan plan() {
            for (int i = 0; i < 1 + random.nextInt(2); i++) {
                supervisor("s" + i, 0);
            }
            List<String> roots = new ArrayList<>(List.of("s0"));
            if (supervisors.containsKey("s1")) {
                roots.add("s1");
            }
            for (int i = 0; i < 2 + random.nextInt(3); i++) {
                plain.add("p" + i);
                roots.add("p" + i);
            }
            List<String> members = members();
            all.addAll(plain);
            all.addAll(supervisors.keySet());
            all.addAll(List.of("c0", "c1"));
            Set<String> failing = new HashSet<>();
            for (String key : all) {
                if (random.nextInt(4) == 0) {
                    failing.add(key + "#" + (2 + random.nextInt(3)));
                }
            }
            Map<String, Integer> limits = new LinkedHashMap<>();
            Map<String, List<Step.Act>> inits = new LinkedHashMap<>();
            for (String key : plain) {
                if (random.nextInt(5) == 0) {
                    limits.put(key, 1 + random.nextInt(3));
                }
                if (random.nextInt(4) == 0) {
                    inits.put(key, List.of(initAct(), initAct(), initAct()));
                }
            }
            List<Step> steps = new ArrayList<>();
            roots.forEach(key -> steps.add(new Step.Spawn(key)));
            plain.stream().filter(key -> key.startsWith("p") || random.nextInt(3) == 0)
                    .forEach(key -> steps.add(new Step.Do(key,
                            List.of(new Step.MakeAlias(), new Step.Trap(random.nextBoolean()),
                                    new Step.Watch(to(), random.nextBoolean()),
                                    new Step.Watch(to(), random.nextBoolean())))));
            int count = 15 + random.nextInt(35);
            for (int i = 0; i < count; i++) {
                steps.add(step(!members.isEmpty()));
            }
            return new Plan(seed, supervisors, failing, limits, inits, members, steps);
        }

        private List<String> members() {
            List<String> members = new ArrayList<>();
            if (random.nextInt(3) == 0) {
                for (int i = 0; i < 1 + random.nextInt(3); i++) {
                    members.add("m" + i);
                    plain.add("m" + i);
                }
                if (random.nextBoolean()) {
                    members.add("ms");
                    supervisor("ms", 1);
                }
            }
            return members;
        }

        private void supervisor(String key, int level) {
            List<String> children = new ArrayList<>();
            SupervisorType type = any(List.of(SupervisorType.values()));
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                String child = key + (char) ('a' + i);
                children.add(child);
                if (level == 0 && random.nextInt(6) == 0) {
                    supervisor(child, 1);
                } else {
                    plain.add(child);
                }
            }
            Set<String> significant = new HashSet<>();
            children.forEach(child -> {
                if (random.nextInt(6) == 0) {
                    significant.add(child);
                }
            });
            Duration backOff = random.nextInt(4) == 0 ? Duration.ofMillis(20 + random.nextInt(400)) : null;
            supervisors.put(key, new Sup(type, any(List.of(RestartStrategy.values())),
                    random.nextInt(random.nextInt(3) == 0 ? 3 : 12),
                    Duration.ofMillis(500 + random.nextInt(5_000)), random.nextBoolean(), random.nextInt(3) == 0,
                    random.nextInt(3) > 0, backOff, List.copyOf(children), Set.copyOf(significant)));
        }

        private Step step(boolean application) {
            int choice = random.nextInt(20);
            if (choice < 6) {
                return new Step.Pass(
                        Duration.ofMillis(random.nextInt(3) == 0 ? random.nextInt(6_000) : random.nextInt(50)));
            }
            if (choice < 8) {
                return new Step.Node(switch (random.nextInt(4)) {
                    case 0 -> new Step.Kill(any(all));
                    case 1 -> new Step.Send(to(), any(List.of(Priority.values())));
                    default -> new Step.Exit(any(all), any(REASONS));
                });
            }
            if (choice < 11 && !supervisors.isEmpty()) {
                String sup = any(List.copyOf(supervisors.keySet()));
                return new Step.Do(sup, random.nextInt(12) == 0 ? List.of(end()) : List.of(management(sup)));
            }
            if (choice == 13 && application) {
                return random.nextInt(3) > 0 ? new Step.StartApplication(any(List.of(ApplicationMode.values())))
                        : new Step.StopApplication(random.nextInt(3) == 0);
            }
            if (choice == 14) {
                return new Step.Spawn(any(List.of("p0", "p1", "p2", "p3")));
            }
            List<Step.Act> acts = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                acts.add(act());
            }
            if (random.nextInt(4) == 0) {
                acts.add(end());
            }
            return new Step.Do(any(plain), acts);
        }

        private Step.Act end() {
            return random.nextInt(3) == 0 ? new Step.Panic() : new Step.Stop(any(REASONS));
        }

        private Step.Act management(String sup) {
            List<String> children = supervisors.get(sup).children();
            String child = any(children);
            return switch (random.nextInt(6)) {
                case 0 -> new Step.AddChild(random.nextInt(3) == 0 ? child : sup + "x" + added++);
                case 1 -> new Step.EnableChild(child);
                case 2 -> new Step.DisableChild(child);
                case 3 -> new Step.StartChild(sup + "x0");
                default -> new Step.StartChild(child);
            };
        }

        private Step.Act act() {
            return switch (random.nextInt(24)) {
                case 0 -> new Step.Send(to(), any(List.of(Priority.values())));
                case 1 -> new Step.SendAfter(to(), Duration.ofMillis(random.nextInt(200)));
                case 2 -> new Step.CancelLast();
                case 3, 4, 5 -> new Step.Watch(to(), true);
                case 6, 7, 8 -> new Step.Watch(to(), false);
                case 9 -> new Step.Unwatch(random.nextInt(4), random.nextBoolean());
                case 10 -> new Step.TakeName(any(NAMES));
                case 11 -> new Step.DropName();
                case 12 -> new Step.MakeAlias();
                case 13 -> new Step.DropAlias(any(all));
                case 14, 15 -> new Step.Trap(random.nextInt(3) > 0);
                case 16 -> call(9_000);
                case 17 -> new Step.Exit(any(all), any(REASONS));
                case 18 -> new Step.Kill(any(all));
                case 19 -> new Step.SendAfter(to(), Duration.ofMillis(random.nextInt(2_000)));
                case 20 -> new Step.MakeAlias();
                case 21, 22 -> call(300);
                default -> new Step.SpawnChild("c" + random.nextInt(3), random.nextBoolean(), random.nextBoolean());
            };
        }

        private Step.Act initAct() {
            return switch (random.nextInt(6)) {
                case 0 -> new Step.MakeAlias();
                case 1 -> new Step.SendAfter(to(), Duration.ofMillis(random.nextInt(200)));
                case 2 -> new Step.TakeName(any(NAMES));
                case 3 -> new Step.Send(to(), any(List.of(Priority.values())));
                default -> new Step.Watch(to(), random.nextBoolean());
            };
        }

        private Step.Act call(int atMostMillis) {
            return new Step.Call(to(), any(List.of(Step.Answer.values())),
                    Duration.ofMillis(1 + random.nextInt(atMostMillis)));
        }

        private Step.To to() {
            return random.nextInt(6) == 0 ? new Step.To(any(NAMES), Step.By.NAME)
                    : new Step.To(any(all), any(List.of(Step.By.values())));
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }
    }
}
