package io.ergo;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A named group of processes that are started and stopped together. Immutable; each {@code with} method returns a changed copy.
 *
 * @param name the name, in a name space of its own
 * @param profile what it tells those who look for an application
 * @param mode what the end of a member means
 * @param env environment of the members, laid over the node's
 * @param logLevel from which level on the members log unless their own options say so; {@link LogLevel#DEFAULT} is the node's level
 * @param depends what has to be there before it can start
 * @param group the members in the order of their start
 * @param callbacks told of start and end
 */
public record ApplicationSpec(String name, ApplicationProfile profile, ApplicationMode mode, Map<String, Object> env,
        LogLevel logLevel, Depends depends, List<Member> group, Callbacks callbacks) {

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

    /**
     * What an application needs. Nothing is refused later: to stop what a running application depends on is allowed, and logged.
     *
     * @param applications names of applications that are started before it, in this order, unless they run
     * @param network whether it needs the network of the node
     */
    public record Depends(List<String> applications, boolean network) {

        private static final Depends NOTHING = new Depends(List.of(), false);

        /** Checks and copies. */
        public Depends {
            applications = List.copyOf(Checks.present("the applications that one depends on", applications).stream()
                    .map(name -> Checks.name("the name of an application that one depends on", name)).distinct()
                    .toList());
        }

        /** Nothing is needed. */
        public static Depends nothing() {
            return NOTHING;
        }

        /** These applications are needed. */
        public static Depends on(String... applications) {
            return new Depends(List.of(applications), false);
        }
    }

    /**
     * Is told of the life of an application: of the end only if it was told of the start, and after it has returned from that. Exceptions are
     * logged, nothing else.
     */
    public interface Callbacks {

        /** Nobody is told. */
        Callbacks NONE = new Callbacks() {};

        /** All members run. On the thread that started the application. */
        default void started(Node node, ApplicationMode mode) {}

        /**
         * The last member ended. On a thread that runs no process; it is interrupted when the node has stopped. A stop waits for it, but goes on
         * without it when its time is over; the application may have been started again meanwhile.
         */
        default void terminated(Node node, Reason reason) {}
    }

    /**
     * Checks and copies.
     *
     * @throws ErgoException {@link Reason#APPLICATION_EMPTY} without members, {@link Reason#APPLICATION_NAME} without a name
     */
    public ApplicationSpec {
        group = List.copyOf(Checks.present("the members of application '" + name + "'", group));
        if (group.isEmpty()) {
            throw ErgoException.of(Reason.APPLICATION_EMPTY, "application '" + name + "' needs at least one member");
        }
        if (Checks.present("the name of an application", name).isEmpty()) {
            throw ErgoException.of(Reason.APPLICATION_NAME, "give the application a name");
        }
        Checks.name("the name of an application", name);
        Checks.present("the profile of application '" + name + "'", profile);
        Checks.present("the mode of application '" + name + "'", mode);
        Checks.present("the log level of application '" + name + "'", logLevel);
        Checks.present("what application '" + name + "' depends on", depends);
        Checks.present("the callbacks of application '" + name + "'", callbacks);
        env = Checks.variables(env);
    }

    /** Returns a temporary application of these members. */
    public static ApplicationSpec of(String name, Member... members) {
        return of(name, List.of(members));
    }

    /** Returns a temporary application of these members. */
    public static ApplicationSpec of(String name, List<Member> members) {
        return new ApplicationSpec(name, ApplicationProfile.empty(), ApplicationMode.TEMPORARY, Map.of(),
                LogLevel.DEFAULT, Depends.nothing(), members, Callbacks.NONE);
    }

    /** Returns a member with default options and no arguments. */
    public static Member member(String name, Supplier<? extends Behavior> factory) {
        return new Member(name, factory, SpawnOptions.defaults(), Args.none());
    }

    /** Returns a copy with what it tells those who look for an application. */
    public ApplicationSpec withProfile(ApplicationProfile told) {
        return new ApplicationSpec(name, told, mode, env, logLevel, depends, group, callbacks);
    }

    /** Returns a copy with the description. */
    public ApplicationSpec withDescription(String text) {
        return withProfile(profile.withDescription(text));
    }

    /** Returns a copy with the version. */
    public ApplicationSpec withVersion(Version version) {
        return withProfile(profile.withVersion(version));
    }

    /** Returns a copy with the weight. */
    public ApplicationSpec withWeight(int weight) {
        return withProfile(profile.withWeight(weight));
    }

    /** Returns a copy with these tags. */
    public ApplicationSpec withTags(String... tags) {
        return withProfile(profile.withTags(List.of(tags)));
    }

    /** Returns a copy with this map of roles to names of processes. */
    public ApplicationSpec withMap(Map<String, String> roles) {
        return withProfile(profile.withMap(roles));
    }

    /** Returns a copy with the mode. */
    public ApplicationSpec withMode(ApplicationMode applicationMode) {
        return new ApplicationSpec(name, profile, applicationMode, env, logLevel, depends, group, callbacks);
    }

    /** Returns a copy with the environment. */
    public ApplicationSpec withEnv(Map<String, Object> variables) {
        return new ApplicationSpec(name, profile, mode, variables, logLevel, depends, group, callbacks);
    }

    /** Returns a copy with the log level of the members. */
    public ApplicationSpec withLogLevel(LogLevel level) {
        return new ApplicationSpec(name, profile, mode, env, level, depends, group, callbacks);
    }

    /** Returns a copy with what it needs. */
    public ApplicationSpec withDepends(Depends needs) {
        return new ApplicationSpec(name, profile, mode, env, logLevel, needs, group, callbacks);
    }

    /** Returns a copy that depends on these applications alone. */
    public ApplicationSpec dependingOn(String... applications) {
        return withDepends(Depends.on(applications));
    }

    /** Returns a copy with the callbacks. */
    public ApplicationSpec withCallbacks(Callbacks told) {
        return new ApplicationSpec(name, profile, mode, env, logLevel, depends, group, told);
    }
}
