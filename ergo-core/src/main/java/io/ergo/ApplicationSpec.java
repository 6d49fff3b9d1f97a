package io.ergo;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A named group of processes that are started and stopped together. Immutable; each {@code with} method returns a changed copy.
 *
 * @param name the name, in a name space of its own
 * @param description informational
 * @param mode what the end of a member means
 * @param env environment of the members, laid over the node's
 * @param group the members in the order of their start
 * @param callbacks told of start and end
 */
public record ApplicationSpec(String name, String description, ApplicationMode mode, Map<String, Object> env,
        List<Member> group,
        Callbacks callbacks) {

    /**
     * A process that the application starts.
     *
     * @param name the name it is registered under
     * @param factory makes its behaviour
     * @param options how it is spawned; the name in them is ignored
     * @param args its arguments
     */
    public record Member(String name, Supplier<? extends Behavior> factory, SpawnOptions options, Args args) {

        /** Checks the name. */
        public Member {
            Checks.name("the name of a member", name);
            Checks.present("the factory of member '" + name + "'", factory);
            Checks.present("the options of member '" + name + "'", options);
            Checks.present("the arguments of member '" + name + "'", args);
        }
    }

    /** Is told of the life of an application. Exceptions are logged, nothing else. */
    public interface Callbacks {

        /** Nobody is told. */
        Callbacks NONE = new Callbacks() {};

        /** All members run. */
        default void started(Node node, ApplicationMode mode) {}

        /** The last member ended. */
        default void terminated(Node node, Reason reason) {}
    }

    /**
     * Checks and copies.
     *
     * @throws ErgoException {@link Reason#APPLICATION_NAME} without a name, {@link Reason#APPLICATION_EMPTY} without members
     */
    public ApplicationSpec {
        if (Checks.present("the name of an application", name).isEmpty()) {
            throw ErgoException.of(Reason.APPLICATION_NAME, "give the application a name");
        }
        Checks.name("the name of an application", name);
        Checks.present("the mode of application '" + name + "'", mode);
        Checks.present("the callbacks of application '" + name + "'", callbacks);
        group = List.copyOf(Checks.present("the members of application '" + name + "'", group));
        if (group.isEmpty()) {
            throw ErgoException.of(Reason.APPLICATION_EMPTY, "application '" + name + "' needs at least one member");
        }
        env = Checks.variables(env);
    }

    /** Returns a temporary application of these members. */
    public static ApplicationSpec of(String name, Member... members) {
        return new ApplicationSpec(name, "", ApplicationMode.TEMPORARY, Map.of(), List.of(members), Callbacks.NONE);
    }

    /** Returns a member with default options and no arguments. */
    public static Member member(String name, Supplier<? extends Behavior> factory) {
        return new Member(name, factory, SpawnOptions.defaults(), Args.none());
    }

    /** Returns a copy with the description. */
    public ApplicationSpec withDescription(String text) {
        return new ApplicationSpec(name, text, mode, env, group, callbacks);
    }

    /** Returns a copy with the mode. */
    public ApplicationSpec withMode(ApplicationMode applicationMode) {
        return new ApplicationSpec(name, description, applicationMode, env, group, callbacks);
    }

    /** Returns a copy with the environment. */
    public ApplicationSpec withEnv(Map<String, Object> variables) {
        return new ApplicationSpec(name, description, mode, variables, group, callbacks);
    }

    /** Returns a copy with the callbacks. */
    public ApplicationSpec withCallbacks(Callbacks told) {
        return new ApplicationSpec(name, description, mode, env, group, told);
    }
}
