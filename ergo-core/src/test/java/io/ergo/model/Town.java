package io.ergo.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.ApplicationMode;
import io.ergo.ApplicationSpec;
import io.ergo.Args;
import io.ergo.Behavior;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Overflow;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.Stop;
import io.ergo.Timing.Cancellable;
import io.ergo.actor.BackOff;
import io.ergo.actor.ChildSpec;
import io.ergo.actor.SupervisorSpec;
import io.ergo.engine.NodeBuilder;
import io.ergo.model.Fact.Deed;
import io.ergo.spi.Dispatcher;
import io.ergo.spi.Simulation;
import org.jspecify.annotations.Nullable;

/** A simulated node on which a plan is carried out. Everything that happens is told to a {@link Model} at once; the first contradiction ends the run. */
final class Town {

    static final String NODE = "town@localhost";
    static final String APPLICATION = "app";
    static final Reason BROKEN = Reason.of("broken");

    private final Plan plan;
    private final Simulation simulation;
    private final Node node;
    private final Model model;
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Pid> latest = new HashMap<>();
    private final Map<String, Alias> aliases = new HashMap<>();
    private final Map<String, Integer> starts = new HashMap<>();
    private final Map<Integer, Cancellable> timers = new HashMap<>();
    private final IdentityHashMap<Object, String> labels = new IdentityHashMap<>();
    private @Nullable AssertionError contradiction;
    private int timersOrdered;
    private int messages;

    Town(Plan plan) {
        this.plan = plan;
        this.simulation = NodeBuilder.simulation(plan.seed());
        this.model = new Model(plan);
        this.node = NodeBuilder.named(NODE).dispatcher(recording(simulation)).completions(Runnable::run)
                .creations((_, seconds) -> seconds).start();
        if (!plan.members().isEmpty()) {
            node.loadApplication(application());
        }
    }

    List<Fact> facts() {
        return facts;
    }

    /** Carries the plan out; throws the first contradiction. */
    void live() {
        try {
            for (Step step : plan.steps()) {
                take(step);
                throwIfContradicted();
            }
            pass(Duration.ofMinutes(5)); // all calls, pauses and shutdown times are over
            throwIfContradicted();
            stop();
        } finally {
            node.stopForce();
            simulation.close();
        }
    }

    private void throwIfContradicted() {
        if (contradiction != null) {
            throw contradiction;
        }
    }

    /** After the last comparison nothing is predicted but that all end, once, and nothing is left. */
    private void stop() {
        model.atRest();
        model.nodeStops();
        if (!node.stop()) {
            throw new AssertionError("the stop had to kill");
        }
        throwIfContradicted();
        model.allEnded();
        if (!node.audit().isClean()) {
            throw new AssertionError("left behind: " + node.audit());
        }
    }

    // ---- what the model is told

    /** What happens is told before anything else can happen: the simulation does one thing at a time. */
    void tell(Fact fact) {
        facts.add(fact);
        if (contradiction != null) {
            return;
        }
        try {
            model.observe(fact, simulation.nanoTime());
        } catch (AssertionError | RuntimeException contradicted) {
            contradiction = new AssertionError(
                    "after " + facts.size() + " facts, at " + fact + ": " + contradicted.getMessage(),
                    contradicted);
        }
    }

    private void pass(Duration time) {
        simulation.advance(time);
        tell(new Fact.Quiet());
        throwIfContradicted();
        model.compareWith(node);
    }

    /** Tells when a timer fires, under the number in which it was ordered. */
    private Dispatcher recording(Dispatcher real) {
        return (Dispatcher) Proxy.newProxyInstance(Dispatcher.class.getClassLoader(), new Class<?>[] {Dispatcher.class},
                (_, method, args) -> {
                    if (!method.getName().equals("after")) {
                        return invoke(method, real, args);
                    }
                    int number = timersOrdered++;
                    Runnable action = (Runnable) args[1];
                    return real.after((Duration) args[0], () -> {
                        tell(new Fact.Fires(number));
                        action.run();
                    });
                });
    }

    static @Nullable Object invoke(Method method, Object target, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Returns the number of the timer that was ordered last. */
    int lastTimer() {
        return timersOrdered - 1;
    }

    /** Makes a reminder known under the number of its timer: several may look alike. */
    String label(Object reminder) {
        String label = reminder + "#" + lastTimer();
        labels.put(reminder, label);
        return label;
    }

    /** Returns the text of a message. */
    String textOf(Object message) {
        String label = labels.get(message);
        return label != null ? label : message.toString();
    }

    void started(String key, Pid pid) {
        latest.put(key, pid);
    }

    /** Fails the starts that the plan fails. */
    void failIfPlanned(String key) {
        if (plan.failing().contains(key + "#" + starts.merge(key, 1, Integer::sum))) {
            throw new Stop(BROKEN);
        }
    }

    List<Step.Act> inits(String key) {
        return plan.inits().getOrDefault(key, List.of());
    }

    /** Returns options with the limit of the process. */
    SpawnOptions limited(String key) {
        Integer limit = plan.limits().get(key);
        return limit == null ? SpawnOptions.defaults() : SpawnOptions.defaults().withMailbox(limit, Overflow.reject());
    }

    // ---- steps

    private void take(Step step) {
        switch (step) {
            case Step.Pass(Duration time) -> pass(time);
            case Step.Spawn(String key) -> spawn(key);
            case Step.Node(Step.Act act) -> nodeDoes(act);
            case Step.Do(String key, List<Step.Act> acts) -> order(key, acts);
            case Step.StartApplication(ApplicationMode mode) -> startApplication(mode);
            case Step.StopApplication(boolean force) -> stopApplication(force);
        }
    }

    private void spawn(String key) {
        boolean named = plan.supervisors().containsKey(key) || key.hashCode() % 2 == 0; // some processes have no name
        spawnChecked(node.pid(), key, false, false,
                () -> node.spawn(factory(key), named ? limited(key).withName(key) : limited(key)));
    }

    void spawnChecked(Pid by, String key, boolean linkParent, boolean linkChild, Supplier<Pid> spawn) {
        try {
            tell(new Fact.Spawned(by, key, spawn.get(), linkParent, linkChild));
        } catch (ErgoException refused) {
            tell(new Fact.SpawnFailed(by, key, refused.reason()));
        }
    }

    private void nodeDoes(Step.Act act) {
        switch (act) {
            case Step.Send(Step.To to, var priority) -> {
                Address address = address(to);
                if (address != null) {
                    String message = "note " + ++messages;
                    did(node.pid(), new Deed.Send(address, message, priority),
                            () -> node.send(address, message, priority).outcome().toString());
                }
            }
            case Step.Exit(String key, Reason reason) -> {
                Pid pid = latest.get(key);
                if (pid != null) {
                    did(node.pid(), new Deed.Exit(pid, reason), () -> node.sendExit(pid, reason).outcome().toString());
                }
            }
            case Step.Kill(String key) -> {
                Pid pid = latest.get(key);
                if (pid != null) {
                    did(node.pid(), new Deed.Kill(pid), () -> kill(pid));
                }
            }
            default -> throw new IllegalArgumentException("the node cannot " + act);
        }
    }

    String kill(Pid pid) {
        node.kill(pid);
        return "";
    }

    /** One of the plain processes of the node's that has ended is spawned again for it. */
    private void order(String key, List<Step.Act> acts) {
        if (key.startsWith("p") && latest.containsKey(key) && node.processState(latest.get(key)).isEmpty()) {
            spawn(key);
        }
        Pid pid = latest.get(key);
        if (pid != null) {
            Orders orders = new Orders(++messages, acts);
            model.orders(orders.toString(), acts);
            did(node.pid(), new Deed.Send(pid, orders.toString(), io.ergo.Priority.NORMAL),
                    () -> node.send(pid, orders).outcome().toString());
        }
    }

    private void startApplication(ApplicationMode mode) {
        if (!plan.members().isEmpty()) {
            did(node.pid(), new Deed.StartApplication(mode), () -> {
                node.startApplication(APPLICATION, mode);
                return "";
            });
        }
    }

    private void stopApplication(boolean force) {
        if (!plan.members().isEmpty()) {
            tell(new Fact.ApplicationStops(force));
            tell(new Fact.ApplicationStopped(result(() -> {
                if (force) {
                    node.stopApplicationForce(APPLICATION);
                } else {
                    node.stopApplication(APPLICATION, Duration.ofMinutes(2));
                }
                return "";
            })));
        }
    }

    // ---- operations

    void did(Pid by, Deed deed, Supplier<String> operation) {
        tell(new Fact.Did(by, deed, result(operation)));
    }

    static String result(Supplier<String> operation) {
        try {
            return operation.get();
        } catch (ErgoException refused) {
            return refused.reason().toString();
        }
    }

    /** Returns the address, null if there never was one. */
    @Nullable Address address(Step.To to) {
        return switch (to.by()) {
            case PID -> latest.get(to.key());
            case NAME -> new ProcessId(to.key(), NODE);
            case ALIAS -> aliases.get(to.key());
        };
    }

    @Nullable Pid pid(String key) {
        return latest.get(key);
    }

    @Nullable Alias alias(String key) {
        return aliases.get(key);
    }

    void aliasOf(String key, Alias alias) {
        aliases.put(key, alias);
    }

    String nextNote() {
        return "note " + ++messages;
    }

    void timer(int number, Cancellable timer) {
        timers.put(number, timer);
    }

    Cancellable timer(int number) {
        return Objects.requireNonNull(timers.get(number));
    }

    // ---- who lives here

    Supplier<Behavior> factory(String key) {
        Plan.Sup sup = plan.supervisors().get(key);
        return () -> sup == null ? Recorded.of(this, key, new Walker(this, key))
                : Recorded.of(this, key,
                        new Boss(this, key, specification(sup)));
    }

    ChildSpec child(String key, boolean significant) {
        return ChildSpec.of(key, factory(key)).withSignificant(significant).withOptions(limited(key));
    }

    private SupervisorSpec specification(Plan.Sup sup) {
        return SupervisorSpec.of(sup.type()).withStrategy(sup.strategy()).withIntensity(sup.intensity(), sup.period())
                .withKeepOrder(sup.keepOrder()).withHandleChild(sup.handleChild())
                .withDisableAutoShutdown(sup.disableAutoShutdown())
                .withBackOff(
                        sup.backOff() == null ? null : BackOff.between(sup.backOff(), sup.backOff().multipliedBy(4)))
                .withChildren(sup.children().stream().map(key -> child(key, sup.significant().contains(key))).toList());
    }

    private ApplicationSpec application() {
        return ApplicationSpec.of(APPLICATION, plan.members().stream()
                .map(key -> new ApplicationSpec.Member(key, factory(key), limited(key), Args.none()))
                .toArray(ApplicationSpec.Member[]::new)).withCallbacks(new ApplicationSpec.Callbacks() {
                    @Override
                    public void terminated(Node on, Reason reason) {
                        tell(new Fact.ApplicationOver(reason));
                    }
                });
    }

    /** What a process is told to do. */
    record Orders(int number, List<Step.Act> acts) {}
}
