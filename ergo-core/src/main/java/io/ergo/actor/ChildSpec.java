package io.ergo.actor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import io.ergo.Args;
import io.ergo.Behavior;
import io.ergo.ErgoException;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import org.jspecify.annotations.Nullable;

/**
 * A child of a supervisor: what is spawned, how it is named and how it is stopped. Immutable; each {@code with} method
 * returns a changed copy.
 *
 * @param name unique within the supervisor. A child is registered under it, except for instances of a
 *        {@link io.ergo.SupervisorType#SIMPLE_ONE_FOR_ONE}, which have no names
 * @param factory makes a new behaviour for each start
 * @param options how it is spawned; name and links in them are replaced by the supervisor's
 * @param args what it is started with, also when it is restarted
 * @param significant whether its end ends the supervisor, if it is not restarted then; not for instances
 * @param shutdownTimeout how long it may take to end when asked to, before it is killed; null for the default
 * @param backOff how long its restarts wait; null for what the supervisor says, {@link BackOff#NONE} for restarts at once
 */
public record ChildSpec(String name, Supplier<? extends Behavior> factory, SpawnOptions options, Args args,
        boolean significant, @Nullable Duration shutdownTimeout, @Nullable BackOff backOff) {

    /** How long a child may take to end; a child that is a supervisor itself may take as long as it needs. */
    public static final Duration DEFAULT_SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);

    private static final int MAX_NAME_BYTES = 255;

    /**
     * Checks.
     *
     * @throws ErgoException if the name is missing or longer than 255 bytes, the factory is missing, or the time-out is not
     *         positive
     */
    public ChildSpec {
        if (name == null || name.isEmpty()) {
            throw ErgoException.of(Reason.of("invalid child spec Name"), "give the child a name");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            throw ErgoException.of(Reason.ATOM_TOO_LONG, "the name of child '" + name.substring(0, 20) + "…'");
        }
        if (factory == null) {
            throw ErgoException.of(Reason.of("child spec Factory is nil"), "child '" + name + "' needs a factory");
        }
        if (shutdownTimeout != null && !shutdownTimeout.isPositive()) {
            throw ErgoException.of(Reason.INCORRECT,
                    "the shutdown time-out of child '" + name + "' is " + shutdownTimeout + " but must be positive");
        }
    }

    /** Returns a child with default options and no arguments. */
    public static ChildSpec of(String name, Supplier<? extends Behavior> factory) {
        return new ChildSpec(name, factory, SpawnOptions.defaults(), Args.none(), false, null, null);
    }

    /** Returns how long it may take to end, if that was set. */
    public Optional<Duration> shutdown() {
        return Optional.ofNullable(shutdownTimeout);
    }

    /** Returns a copy that is spawned with these options. */
    public ChildSpec withOptions(SpawnOptions spawnOptions) {
        return new ChildSpec(name, factory, spawnOptions, args, significant, shutdownTimeout, backOff);
    }

    /** Returns a copy that is started with these arguments. */
    public ChildSpec withArgs(Args arguments) {
        return new ChildSpec(name, factory, options, arguments, significant, shutdownTimeout, backOff);
    }

    /** Returns a copy that is significant or not. */
    public ChildSpec withSignificant(boolean on) {
        return new ChildSpec(name, factory, options, args, on, shutdownTimeout, backOff);
    }

    /** Returns a copy that may take this long to end when asked to, before it is killed. */
    public ChildSpec withShutdown(Duration timeout) {
        return new ChildSpec(name, factory, options, args, significant, timeout, backOff);
    }

    /** Returns a copy whose restarts wait, or with {@link BackOff#NONE} do not, whatever the supervisor says; null for what it says. */
    public ChildSpec withBackOff(@Nullable BackOff pauses) {
        return new ChildSpec(name, factory, options, args, significant, shutdownTimeout, pauses);
    }
}
