package io.ergo.spring;

import io.ergo.ProcessContext;
import org.jspecify.annotations.Nullable;

/**
 * Which process of one Spring context the calling thread runs. An object of the context, not a static: a JVM may have
 * several contexts.
 */
final class CurrentProcess {

    /** What a thread runs; written only by that thread. */
    static final class Binding {

        @Nullable ProcessContext process;
    }

    @SuppressWarnings("ThreadLocalUsage") // one for each context, of which there are few
    private final ThreadLocal<@Nullable Binding> bindings = new ThreadLocal<>();

    /** Returns the process that the calling thread runs, null if it runs none. */
    @Nullable ProcessContext get() {
        Binding binding = bindings.get();
        return binding == null ? null : binding.process;
    }

    /**
     * Returns the binding of the calling thread; whoever sets its process puts back the one before, because a spawn
     * nests.
     */
    Binding binding() {
        Binding binding = bindings.get();
        if (binding == null) {
            binding = new Binding();
            bindings.set(binding);
        }
        return binding;
    }
}
