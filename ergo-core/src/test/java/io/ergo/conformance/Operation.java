package io.ergo.conformance;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.Args;
import io.ergo.Compression;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.SpawnOptions;
import io.ergo.spi.BehaviorContext;
import io.ergo.spi.Entry;
import org.jspecify.annotations.Nullable;

import static io.ergo.conformance.Operation.Allowed.ALWAYS;
import static io.ergo.conformance.Operation.Allowed.ELSEWHERE_IGNORED;
import static io.ergo.conformance.Operation.Allowed.IN_CALLBACKS;
import static io.ergo.conformance.Operation.Allowed.SENDING;
import static io.ergo.conformance.Operation.Allowed.WHILE_HANDLING;
import static java.time.Duration.ofHours;

/**
 * One operation of a process: in which states it is allowed, what has to be done before, and how it is done so that it succeeds where it is
 * allowed.
 */
record Operation(Allowed allowed, Consumer<Scene> before, Consumer<Scene> act) {

    /** Where a process, or somebody who holds its context, can be. */
    enum Where {

        /** In {@code init}. */
        INIT,
        /** In the handler of a message. */
        RUNNING,
        /** On a foreign thread, while the process sleeps. */
        SLEEP,
        /** On a foreign thread, while the process waits in a call. */
        WAIT_RESPONSE,
        /** In the terminate callback. */
        TERMINATED,
        /** On a foreign thread, after the end. */
        ENDED,
        /** In a handler of a process that was killed. */
        ZOMBEE,
        /** On a foreign thread, while a handler of the process executes. */
        FOREIGN
    }

    /** The groups of the specification's table. */
    enum Allowed {

        /** Identity and getters. */
        ALWAYS(Set.of(Where.values())),
        /** Sends: also the last words. */
        SENDING(Set.of(Where.INIT, Where.RUNNING, Where.TERMINATED)),
        /** Responses, and handing on what is being handled. */
        WHILE_HANDLING(Set.of(Where.RUNNING)),
        /** All else. */
        IN_CALLBACKS(Set.of(Where.INIT, Where.RUNNING)),
        /** As all else, but not refused: nothing happens. */
        ELSEWHERE_IGNORED(Set.of(Where.INIT, Where.RUNNING));

        private final Set<Where> where;

        Allowed(Set<Where> where) {
            this.where = where;
        }

        boolean at(Where place) {
            return where.contains(place);
        }
    }

    /** The process, one that it has to do with, and what was made before the operation. */
    record Scene(BehaviorContext self, Probe other, Probe child, AtomicReference<Alias> alias) {

        ProcessId name() {
            return ProcessId.local("other");
        }
    }

    private static final Map<String, Operation> ALL = new TreeMap<>();

    private static void add(String signature, Allowed allowed, Consumer<Scene> act) {
        add(signature, allowed, _ -> {}, act);
    }

    private static void add(String signature, Allowed allowed, Consumer<Scene> before, Consumer<Scene> act) {
        ALL.put(signature, new Operation(allowed, before, act));
    }

    private static void self(String signature, Allowed allowed, Consumer<BehaviorContext> act) {
        add(signature, allowed, scene -> act.accept(scene.self()));
    }

    private static void other(String signature, Allowed allowed, BiConsumer<BehaviorContext, Probe> act) {
        add(signature, allowed, scene -> act.accept(scene.self(), scene.other()));
    }

    static {
        identity();
        sending();
        calling();
        linking();
        naming();
        settings();
        spawning();
    }

    /** Returns all operations by their signatures. */
    static Map<String, Operation> all() {
        return ALL;
    }

    private static void identity() {
        self("pid()", ALWAYS, BehaviorContext::pid);
        self("node()", ALWAYS, BehaviorContext::node);
        self("parent()", ALWAYS, BehaviorContext::parent);
        self("leader()", ALWAYS, BehaviorContext::leader);
        self("application()", ALWAYS, BehaviorContext::application);
        self("state()", ALWAYS, BehaviorContext::state);
        self("uptimeSeconds()", ALWAYS, BehaviorContext::uptimeSeconds);
        self("log()", ALWAYS, BehaviorContext::log);
        self("nanoTime()", ALWAYS, BehaviorContext::nanoTime);
        self("wallTime()", ALWAYS, BehaviorContext::wallTime);
        self("random()", ALWAYS, BehaviorContext::random);
    }

    private static void sending() {
        other("send(Address, Object)", SENDING, (self, to) -> self.send(to.pid(), "x").orThrow());
        self("send(String, Object)", SENDING, self -> self.send("other", "x").orThrow());
        other("send(Address, Object, Priority)", SENDING,
                (self, to) -> self.send(to.pid(), "x", Priority.HIGH).orThrow());
        self("send(String, Object, Priority)", SENDING, self -> self.send("other", "x", Priority.MAX).orThrow());
        other("sendExit(Pid, Reason)", SENDING, (self, to) -> self.sendExit(to.pid(), Expect.CUSTOM).orThrow());
        other("exitChild(Pid, Reason)", SENDING, (self, to) -> self.exitChild(to.pid(), Expect.CUSTOM));
        other("sendAfter(Address, Object, Duration)", IN_CALLBACKS,
                (self, to) -> self.sendAfter(to.pid(), "x", ofHours(1)));
        self("sendAfter(String, Object, Duration)", IN_CALLBACKS, self -> self.sendAfter("other", "x", ofHours(1)));
        other("sendAfter(Address, Object, Duration, Priority)", IN_CALLBACKS,
                (self, to) -> self.sendAfter(to.pid(), "x", ofHours(1), Priority.HIGH));
        self("sendAfter(String, Object, Duration, Priority)", IN_CALLBACKS,
                self -> self.sendAfter("other", "x", ofHours(1), Priority.HIGH));
        other("sendExitAfter(Pid, Reason, Duration)", IN_CALLBACKS,
                (self, to) -> self.sendExitAfter(to.pid(), Expect.CUSTOM, ofHours(1)));
        self("remind(Object, Duration)", IN_CALLBACKS, self -> self.remind("x", ofHours(1)));
    }

    private static void calling() {
        other("call(Address, Request)", IN_CALLBACKS, (self, to) -> self.call(to.pid(), Ask.echo("x")));
        other("call(Address, Request, Duration)", IN_CALLBACKS,
                (self, to) -> self.call(to.pid(), Ask.echo("x"), ofHours(1)));
        self("call(String, Request)", IN_CALLBACKS, self -> self.call("other", Ask.echo("x")));
        self("call(String, Request, Duration)", IN_CALLBACKS, self -> self.call("other", Ask.echo("x"), ofHours(1)));
        other("call(Address, Object, Class)", IN_CALLBACKS, (self, to) -> self.call(to.pid(), "x", String.class));
        other("call(Address, Object, Class, Duration)", IN_CALLBACKS,
                (self, to) -> self.call(to.pid(), "x", String.class, ofHours(1)));
        other("request(Address, Object)", IN_CALLBACKS, (self, to) -> self.request(to.pid(), "x"));
        other("request(Address, Object, Duration)", IN_CALLBACKS,
                (self, to) -> self.request(to.pid(), "x", ofHours(1)));
        self("request(String, Object, Duration)", IN_CALLBACKS, self -> self.request("other", "x", ofHours(1)));
        other("inspect(Pid, String[])", IN_CALLBACKS, (self, to) -> self.inspect(to.pid(), "x"));
        self("isAlive(Ref)", ALWAYS, self -> self.isAlive(nobodysRef()));
        other("forward(Pid, Entry, Priority)", WHILE_HANDLING,
                (self, to) -> self.forward(to.pid(), new Handled(self.pid(), self.pid(), "x"), Priority.HIGH)
                        .orThrow());
        other("respond(Pid, Ref, Object)", WHILE_HANDLING, (self, to) -> self.respond(to.pid(), nobodysRef(), "x"));
        other("respondError(Pid, Ref, Reason)", WHILE_HANDLING,
                (self, to) -> self.respondError(to.pid(), nobodysRef(), Expect.CUSTOM));
    }

    /** An entry that was not made by the engine. */
    private record Handled(Pid from, Address target, Object message) implements Entry {

        @Override
        public Kind kind() {
            return Kind.MESSAGE;
        }

        @Override
        public @Nullable Ref ref() {
            return null;
        }
    }

    private static Ref nobodysRef() {
        return new Ref(World.NODE, 1, 1, 0, 0);
    }

    private static void linking() {
        self("links()", ALWAYS, BehaviorContext::links);
        self("monitors()", ALWAYS, BehaviorContext::monitors);
        other("link(Address)", IN_CALLBACKS, (self, to) -> self.link(to.pid()));
        other("monitor(Address)", IN_CALLBACKS, (self, to) -> self.monitor(to.pid()));
        add("unlink(Address)", IN_CALLBACKS, scene -> scene.self().link(scene.name()),
                scene -> scene.self().unlink(scene.name()));
        add("demonitor(Address)", IN_CALLBACKS, scene -> scene.self().monitor(scene.name()),
                scene -> scene.self().demonitor(scene.name()));
    }

    private static void naming() {
        self("name()", ALWAYS, BehaviorContext::name);
        self("aliases()", ALWAYS, BehaviorContext::aliases);
        self("registerName(String)", IN_CALLBACKS, self -> self.registerName("registered"));
        add("unregisterName()", IN_CALLBACKS, scene -> scene.self().registerName("registered"),
                scene -> scene.self().unregisterName());
        self("createAlias()", IN_CALLBACKS, BehaviorContext::createAlias);
        add("deleteAlias(Alias)", IN_CALLBACKS, scene -> scene.alias().set(scene.self().createAlias()),
                scene -> scene.self().deleteAlias(scene.alias().get()));
    }

    private static void settings() {
        self("sendPriority()", ALWAYS, BehaviorContext::sendPriority);
        self("compression()", ALWAYS, BehaviorContext::compression);
        self("keepNetworkOrder()", ALWAYS, BehaviorContext::keepNetworkOrder);
        self("importantDelivery()", ALWAYS, BehaviorContext::importantDelivery);
        self("env()", ALWAYS, BehaviorContext::env);
        self("env(String)", ALWAYS, self -> self.env("A"));
        self("sendPriority(Priority)", IN_CALLBACKS, self -> self.sendPriority(Priority.MAX));
        self("compression(Compression)", IN_CALLBACKS, self -> self.compression(Compression.on()));
        self("keepNetworkOrder(boolean)", IN_CALLBACKS, self -> self.keepNetworkOrder(false));
        self("importantDelivery(boolean)", IN_CALLBACKS, self -> self.importantDelivery(true));
        self("setEnv(String, Object)", ELSEWHERE_IGNORED, self -> self.setEnv("A", "x"));
    }

    private static void spawning() {
        add("spawn(Supplier)", IN_CALLBACKS, scene -> scene.self().spawn(scene.child().factory()));
        add("spawn(Supplier, SpawnOptions)", IN_CALLBACKS,
                scene -> scene.self().spawn(scene.child().factory(), SpawnOptions.named("child")));
        add("spawn(Supplier, SpawnOptions, Args)", IN_CALLBACKS,
                scene -> scene.self().spawn(scene.child().factory(), SpawnOptions.named("child"), Args.of("x")));
        add("spawnChild(Supplier, SpawnOptions, Args)", IN_CALLBACKS,
                scene -> scene.self().spawnChild(scene.child().factory(), SpawnOptions.named("child"), Args.none()));
        other("killChild(Pid)", IN_CALLBACKS, (self, child) -> self.killChild(child.pid()));
        self("restarted(String, Reason)", ALWAYS, self -> self.restarted("child", Reason.KILL));
    }
}
