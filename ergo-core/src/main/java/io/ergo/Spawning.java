package io.ergo;

import java.util.function.Supplier;

/**
 * Spawns processes. The behaviour is made by the factory and its {@code init} runs on the calling thread before the method returns.
 *
 * <p>All methods throw {@link ErgoException}: {@link Reason#TAKEN} if the name is in use, {@link Reason#INCORRECT} if the factory is
 * null, throws or yields nothing, the reason of a failed {@code init}, {@link Reason#TIMEOUT} if {@code init} did not return in time (the
 * process is then killed), {@link Reason#NODE_TERMINATED}.
 */
public interface Spawning {

    /** Spawns with default options and no arguments. */
    default Pid spawn(Supplier<? extends Behavior> factory) {
        return spawn(factory, SpawnOptions.defaults(), Args.none());
    }

    /** Spawns with options and no arguments. */
    default Pid spawn(Supplier<? extends Behavior> factory, SpawnOptions options) {
        return spawn(factory, options, Args.none());
    }

    /** Spawns with options and arguments. */
    Pid spawn(Supplier<? extends Behavior> factory, SpawnOptions options, Args args);
}
