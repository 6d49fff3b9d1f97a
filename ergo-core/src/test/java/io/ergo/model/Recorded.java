package io.ergo.model;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import io.ergo.Address;
import io.ergo.Args;
import io.ergo.Behavior;
import io.ergo.ErgoException;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.Stop;
import io.ergo.SupervisionInfo;
import io.ergo.actor.Supervisor;
import io.ergo.spi.BehaviorContext;
import io.ergo.spi.Entry;
import io.ergo.spi.ProcessBehavior;
import io.ergo.spi.Supervising;
import org.jspecify.annotations.Nullable;

/** A behaviour between the engine and the real one: tells the town what comes in and, for supervisors, what goes out. */
class Recorded implements ProcessBehavior {

    /** What supervisors do that the model predicts. */
    private static final Set<String> EFFECTS = Set.of("spawnChild", "exitChild", "killChild", "restarted", "remind",
            "send");

    final ProcessBehavior real;
    private final Town town;
    private final String key;
    private @Nullable Pid pid;

    private Recorded(Town town, String key, ProcessBehavior real) {
        this.town = town;
        this.key = key;
        this.real = real;
    }

    static Recorded of(Town town, String key, ProcessBehavior real) {
        return real instanceof Supervisor ? new OfSupervisor(town, key, real) : new Recorded(town, key, real);
    }

    /** A supervisor shows its children; the engine asks for them by the type. */
    private static final class OfSupervisor extends Recorded implements Supervising {

        OfSupervisor(Town town, String key, ProcessBehavior real) {
            super(town, key, real);
        }

        @Override
        public SupervisionInfo supervision() {
            return ((Supervising) real).supervision();
        }
    }

    private Pid pid() {
        return Objects.requireNonNull(pid);
    }

    @Override
    public void start(BehaviorContext context, Args args) throws Exception {
        pid = context.pid();
        town.started(key, context.pid());
        town.tell(new Fact.Begins(context.pid(), key, context.parent(), context.name().orElse(null)));
        try {
            real.start(real instanceof Supervisor ? recording(context) : context, args);
        } catch (Throwable failed) {
            town.tell(new Fact.BeginFailed(pid(), reasonOf(failed)));
            throw failed;
        }
        town.tell(new Fact.Began(pid()));
    }

    @Override
    public void handle(Entry entry) throws Exception {
        town.tell(new Fact.Handles(pid(), entry.kind(), entry.from(), town.textOf(entry.message())));
        try {
            real.handle(entry);
        } catch (Throwable failed) {
            town.tell(new Fact.Handled(pid(), reasonOf(failed)));
            throw failed;
        }
        town.tell(new Fact.Handled(pid(), null));
    }

    @Override
    public void end(Reason why) throws Exception {
        town.tell(new Fact.Ended(pid(), why));
        real.end(why);
    }

    private static Reason reasonOf(Throwable thrown) {
        return thrown instanceof Stop stop ? stop.reason() : Reason.panic(thrown);
    }

    private BehaviorContext recording(BehaviorContext context) {
        return (BehaviorContext) Proxy.newProxyInstance(BehaviorContext.class.getClassLoader(),
                new Class<?>[] {BehaviorContext.class},
                (_, method, args) -> EFFECTS.contains(method.getName()) ? effect(context, method.getName(), args)
                        : Town.invoke(method, context, args));
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object effect(BehaviorContext context, String what, Object[] args) {
        return switch (what) {
            case "spawnChild" ->
                    spawnChild(context, (Supplier<? extends Behavior>) args[0], (SpawnOptions) args[1], (Args) args[2]);
            case "remind" -> {
                Object timer = context.remind(args[0], (Duration) args[1]);
                town.tell(new Fact.Reminder(pid(), town.label(args[0]), (Duration) args[1], town.lastTimer()));
                yield timer;
            }
            case "exitChild" -> {
                town.tell(new Fact.Effect(pid(), "ask " + args[0] + " " + args[1]));
                yield context.exitChild((Pid) args[0], (Reason) args[1]);
            }
            case "killChild" -> {
                town.tell(new Fact.Effect(pid(), "kill " + args[0]));
                context.killChild((Pid) args[0]);
                yield null;
            }
            case "restarted" -> {
                town.tell(new Fact.Effect(pid(), "restart " + args[0] + " " + args[1]));
                context.restarted((String) args[0], (Reason) args[1]);
                yield null;
            }
            default -> {
                town.tell(new Fact.Effect(pid(), "tell " + args[1]));
                yield context.send((Address) args[0], args[1], (Priority) args[2]);
            }
        };
    }

    private Pid spawnChild(BehaviorContext context, Supplier<? extends Behavior> factory, SpawnOptions options,
            Args args) {
        try {
            String name = options.name().orElse("");
            Pid child = context.spawnChild(factory, options, args);
            town.tell(new Fact.Spawned(pid(), name, child, true, true));
            return child;
        } catch (ErgoException failed) {
            town.tell(new Fact.SpawnFailed(pid(), options.name().orElse(""), failed.reason()));
            throw failed;
        }
    }
}
