package io.ergo.engine.process;

import java.time.Duration;
import java.util.function.Supplier;

import io.ergo.Args;
import io.ergo.Behavior;
import io.ergo.ErgoException;
import io.ergo.Pid;
import io.ergo.ProcessExecution.CallbackKind;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.engine.relation.Relation.Kind;
import io.ergo.spi.Dispatcher.Carrier;
import io.ergo.spi.ProcessBehavior;
import org.jspecify.annotations.Nullable;

/**
 * Brings processes to life on the spawner's thread: factory, name, table, init, links, ready. A process is in the table before its init, so
 * messages queue up; it is linked before it can run. A name that is taken fails the spawn before the factory is asked.
 */
final class Spawner {

    private static final Object DONE = new Object();
    /** A member of an application that takes longer would keep the start of the whole node waiting. */
    private static final Duration LONGEST_INIT_OF_MEMBER = Duration.ofSeconds(15);

    private final Kernel kernel;

    Spawner(Kernel kernel) {
        this.kernel = kernel;
    }

    Pid spawn(@Nullable Supplier<? extends Behavior> factory, SpawnOptions options, Args args, Origin origin) {
        kernel.refuseIfSpawnsRefused();
        if (factory == null) {
            throw ErgoException.of(Reason.INCORRECT, "the factory of a process must not be null");
        }
        refuseLongInit(options, origin);
        refuseTaken(options);
        LocalProcess process = new LocalProcess(kernel, kernel.nextPid(), make(factory), options, origin);
        if (options.registeredName() != null) {
            process.holdings().name(options.registeredName());
        }
        kernel.population.joined();
        kernel.table.put(process);
        if (process.membership != null) {
            process.membership.joined(process.pid);
        }
        if (kernel.areSpawnsRefused()) { // looked at again now that a stop would see it: one of the two sees the other
            kernel.ending.abandon(process, Reason.NODE_TERMINATED);
            kernel.refuseIfSpawnsRefused();
        }
        kernel.counters.spawned();
        kernel.trace.step("spawn of {} by {}", process.pid, origin.parent());
        Duration timeout = options.initTimeout();
        Reason failure = timeout == null ? initHere(process, args, origin) : initAside(process, args, timeout);
        if (failure != null) {
            throw ErgoException.light(giveUp(process, failure), "init of " + process.label());
        }
        link(process, options, origin);
        if (!process.begin()) {
            forgetKilled(process, options, origin);
        }
        kernel.trace.step("init of {} returned", process.pid);
        return process.pid;
    }

    private static void refuseLongInit(SpawnOptions options, Origin origin) {
        Duration timeout = options.initTimeout();
        if (timeout != null && origin.membership() != null && timeout.compareTo(LONGEST_INIT_OF_MEMBER) > 0) {
            throw ErgoException.of(Reason.NOT_ALLOWED,
                    "the init time-out of a member of application '" + origin.application() + "' is " + timeout
                            + " but must not be longer than " + LONGEST_INIT_OF_MEMBER
                            + "; start what takes longer from its first message");
        }
    }

    private void refuseTaken(SpawnOptions options) {
        String name = options.registeredName();
        if (name != null && kernel.registry.owner(name) != null) {
            throw kernel.taken(name);
        }
    }

    /** Its init failed. One that was killed meanwhile ends as any killed process does, with its terminate callback. */
    private Reason giveUp(LocalProcess process, Reason failure) {
        if (process.isZombee()) {
            kernel.ending.finish(process, Reason.KILL);
            return Reason.KILL;
        }
        return kernel.ending.abandon(process, failure);
    }

    /** Killed during init: the spawner gets the error and no exit signal besides. */
    private void forgetKilled(LocalProcess process, SpawnOptions options, Origin origin) {
        if (origin.spawner() != null && options.linkChild()) {
            kernel.relating.remove(origin.spawner(), process.pid, Kind.LINK);
        }
        kernel.ending.finish(process, Reason.KILL);
        throw ErgoException.light(Reason.KILL, "init of " + process.label());
    }

    private ProcessBehavior make(Supplier<? extends Behavior> factory) {
        Behavior made = produce(factory);
        if (made == null) {
            throw ErgoException.of(Reason.INCORRECT, "factory function must return non nil value");
        }
        if (made instanceof ProcessBehavior behavior) {
            return behavior;
        }
        throw ErgoException.of(Reason.INCORRECT,
                made.getClass().getName()
                        + " is no behaviour the engine can run; extend Actor or Supervisor, or implement ProcessBehavior");
    }

    private @Nullable Behavior produce(Supplier<? extends Behavior> factory) {
        try {
            return factory.get();
        } catch (Throwable thrown) { // the user's code; it fails this spawn and nothing else
            kernel.report("the factory of a process threw", thrown);
            kernel.faults.escaped(thrown);
            throw ErgoException.of(Reason.INCORRECT, "the factory of a process threw " + Reason.panic(thrown).text());
        }
    }

    private @Nullable Reason initHere(LocalProcess process, Args args, Origin origin) {
        LocalProcess spawner = origin.spawner();
        return init(process, args, spawner == null ? kernel.dispatcher.current() : spawner.carrier());
    }

    private @Nullable Reason init(LocalProcess process, Args args, @Nullable Carrier carrier) {
        process.occupy(carrier);
        Object before = kernel.occupancy.enter(process, carrier);
        try {
            FlightRecorder.run(process, CallbackKind.INIT, () -> process.behavior.start(new Self(process), args));
            return null;
        } catch (Throwable thrown) { // init may throw anything; it fails this spawn and nothing else
            return process.reasonOf(thrown);
        } finally {
            kernel.occupancy.restore(before, carrier);
        }
    }

    /** Runs init on a thread of its own. If it takes too long the process is killed, and cleaned up when init returns after all. */
    private @Nullable Reason initAside(LocalProcess process, Args args, Duration timeout) {
        process.initAside(true);
        InitAside aside = new InitAside(kernel.dispatcher.nanoTime() + Kernel.saturated(timeout));
        try {
            kernel.dispatcher.aside("ergo-init " + process.label(), () -> {
                aside.failure = init(process, args, null);
                if (!aside.complete(DONE)) {
                    kernel.ending.finish(process, Reason.KILL);
                }
            });
        } catch (Throwable noThread) { // no memory or no thread left
            return Reason.panic(noThread);
        }
        await(aside, process.waitingSpawner);
        if (aside.result() == DONE) {
            process.initAside(false);
            return aside.failure;
        }
        process.kill();
        if (Reason.PROCESS_TERMINATED.equals(Blocked.failure(aside.result()))) {
            throw ErgoException.light(Reason.PROCESS_TERMINATED,
                    "init of " + process.label() + ", whose spawner was killed meanwhile; so was it");
        }
        throw ErgoException.light(Reason.TIMEOUT,
                "init of " + process.label() + " did not return within " + timeout + "; it was killed");
    }

    /** The kill of the process that spawns, be it through the node, ends the wait. */
    private void await(InitAside aside, @Nullable LocalProcess spawner) {
        LocalProcess waiting = spawner != null ? spawner : kernel.occupancy.here();
        if (waiting == null) {
            kernel.dispatcher.await(aside, kernel.dispatcher.current());
        } else {
            waiting.whileBlocked(aside, () -> {
                waiting.await(aside);
                return aside;
            });
        }
    }

    /** The end of an init on another thread; {@code failure} is written before it completes. */
    private static final class InitAside extends Blocked {

        private @Nullable Reason failure;

        InitAside(long deadlineNanos) {
            super(deadlineNanos);
        }
    }

    private void link(LocalProcess child, SpawnOptions options, Origin origin) {
        LocalProcess parent = origin.spawner();
        if (parent == null) {
            return;
        }
        if (options.linkChild()) { // its init, which ran on the parent's thread, may have made these links already
            kernel.relating.establishUnlessThere(parent, child.pid, Kind.LINK);
        }
        if (options.linkParent()) {
            kernel.relating.establishUnlessThere(child, parent.pid, Kind.LINK);
        }
    }
}
