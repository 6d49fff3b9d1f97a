package io.ergo.actor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.ergo.ErgoException;
import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SupervisorType;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor keeps alive and how. Immutable; each {@code with} method returns a changed copy. Unless changed:
 * {@link RestartStrategy#TRANSIENT}, at most 5 restarts within 5 seconds, at once, no callbacks, with auto-shutdown.
 *
 * @param type which children a failure concerns
 * @param strategy when a child is restarted
 * @param intensity how many restarts are allowed within the period; 0 allows none
 * @param period the sliding window
 * @param keepOrder whether {@link SupervisorType#ALL_FOR_ONE} and {@link SupervisorType#REST_FOR_ONE} stop children one by
 *        one in reverse order, instead of all at once
 * @param handleChild whether the supervisor is told of the start and end of children
 * @param disableAutoShutdown whether the supervisor stays when the last child has ended and is not restarted
 * @param backOff how long restarts wait; null for restarts at once
 * @param children the children in the order of their start; templates for {@link SupervisorType#SIMPLE_ONE_FOR_ONE}
 */
public record SupervisorSpec(SupervisorType type, RestartStrategy strategy, int intensity, Duration period,
        boolean keepOrder, boolean handleChild, boolean disableAutoShutdown, @Nullable BackOff backOff,
        List<ChildSpec> children) {

    /** How many restarts are allowed within the period. */
    public static final int DEFAULT_INTENSITY = 5;

    /** The sliding window in which restarts are counted. */
    public static final Duration DEFAULT_PERIOD = Duration.ofSeconds(5);

    /**
     * Checks and copies.
     *
     * @throws ErgoException if type or strategy is missing, the intensity is negative, the period is not positive, or two
     *         children have one name ({@link Reason#SUPERVISOR_CHILD_DUPLICATE})
     */
    public SupervisorSpec {
        if (type == null) {
            throw ErgoException.of(Reason.of("unknown supervisor type"), "give the supervisor a type");
        }
        if (strategy == null) {
            throw ErgoException.of(Reason.of("unknown supervisor restart strategy"), "give the supervisor a strategy");
        }
        if (intensity < 0) {
            throw ErgoException.of(Reason.INCORRECT, "the intensity is " + intensity + " but must not be negative");
        }
        if (period == null || !period.isPositive()) {
            throw ErgoException.of(Reason.INCORRECT, "the period is " + period + " but must be positive");
        }
        children = List.copyOf(children);
        Set<String> names = new HashSet<>();
        for (ChildSpec child : children) {
            if (!names.add(child.name())) {
                throw duplicate(child.name());
            }
        }
    }

    /** Returns a transient supervisor of these children; more can be {@linkplain #withChild added}. */
    public static SupervisorSpec of(SupervisorType type, ChildSpec... children) {
        return new SupervisorSpec(type, RestartStrategy.TRANSIENT, DEFAULT_INTENSITY, DEFAULT_PERIOD, false, false,
                false, null, List.of(children));
    }

    static ErgoException duplicate(String name) {
        return ErgoException.of(Reason.SUPERVISOR_CHILD_DUPLICATE, "'" + name + "'; give each child a name of its own");
    }

    /** Returns a copy with the strategy. */
    public SupervisorSpec withStrategy(RestartStrategy restart) {
        return new SupervisorSpec(type, restart, intensity, period, keepOrder, handleChild, disableAutoShutdown,
                backOff,
                children);
    }

    /** Returns a copy that allows this many restarts within the period. */
    public SupervisorSpec withIntensity(int restarts, Duration within) {
        return new SupervisorSpec(type, strategy, restarts, within, keepOrder, handleChild, disableAutoShutdown,
                backOff,
                children);
    }

    /** Returns a copy that stops children one by one, or not. */
    public SupervisorSpec withKeepOrder(boolean on) {
        return new SupervisorSpec(type, strategy, intensity, period, on, handleChild, disableAutoShutdown, backOff,
                children);
    }

    /** Returns a copy that is told of the start and end of children, or not. */
    public SupervisorSpec withHandleChild(boolean on) {
        return new SupervisorSpec(type, strategy, intensity, period, keepOrder, on, disableAutoShutdown, backOff,
                children);
    }

    /** Returns a copy that stays when the last child has ended, or not. */
    public SupervisorSpec withDisableAutoShutdown(boolean on) {
        return new SupervisorSpec(type, strategy, intensity, period, keepOrder, handleChild, on, backOff, children);
    }

    /** Returns a copy whose restarts wait; null for restarts at once. */
    public SupervisorSpec withBackOff(@Nullable BackOff pauses) {
        return new SupervisorSpec(type, strategy, intensity, period, keepOrder, handleChild, disableAutoShutdown,
                pauses, children);
    }

    /** Returns a copy with one more child, after the others. */
    public SupervisorSpec withChild(ChildSpec child) {
        List<ChildSpec> more = new ArrayList<>(children);
        more.add(child);
        return withChildren(more);
    }

    /** Returns a copy with these children. */
    public SupervisorSpec withChildren(List<ChildSpec> all) {
        return new SupervisorSpec(type, strategy, intensity, period, keepOrder, handleChild, disableAutoShutdown,
                backOff, all);
    }
}
