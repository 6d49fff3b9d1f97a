package io.ergo;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How a process is spawned. Immutable; each {@code with} method returns a changed copy.
 *
 * @param registeredName the name to register before {@code init} runs, or null
 * @param mailboxSize how many messages each of the four queues takes, 0 for no limit
 * @param overflow what happens to messages beyond the limit
 * @param leader the head of the group the process belongs to; null inherits the spawner's
 * @param env environment laid over the inherited one
 * @param linkParent whether the child links to its parent, before it can run
 * @param linkChild whether the parent links to the child, before the child can run
 * @param initTimeout how long the spawner waits for {@code init}; null for no limit
 * @param settings how the process sends at first; the network order is always kept at first
 * @param logLevel from which level on the process logs; {@link LogLevel#DEFAULT} inherits that of the spawner or the application
 */
public record SpawnOptions(@Nullable String registeredName, int mailboxSize, Overflow overflow, @Nullable Pid leader,
        Map<String, Object> env, boolean linkParent, boolean linkChild, @Nullable Duration initTimeout,
        ProcessSettings settings, LogLevel logLevel) {

    private static final SpawnOptions DEFAULTS = new SpawnOptions(null, 0, Overflow.reject(), null, Map.of(), false,
            false, null,
            ProcessSettings.defaults(), LogLevel.DEFAULT);

    /** Checks and copies. */
    public SpawnOptions {
        if (registeredName != null) {
            Checks.name("the name of a process", registeredName);
        }
        Checks.notNegative("the mailbox size", mailboxSize);
        Checks.present("the overflow policy", overflow);
        if (!Checks.present("the settings", settings).keepNetworkOrder()) {
            throw ErgoException.of(Reason.INCORRECT,
                    "a process begins with its network order kept; turn it off in init, by Settings.keepNetworkOrder");
        }
        Checks.present("the log level", logLevel);
        if (initTimeout != null) {
            Checks.positive("the init time-out", initTimeout);
        }
        env = Checks.variables(env);
    }

    /** Returns the defaults: no name, no limits, no links. */
    public static SpawnOptions defaults() {
        return DEFAULTS;
    }

    /** Returns the defaults with a name. */
    public static SpawnOptions named(String name) {
        return DEFAULTS.withName(Checks.name("the name of a process", name));
    }

    /** Returns the name to register. */
    public Optional<String> name() {
        return Optional.ofNullable(registeredName);
    }

    /** Returns a copy with the name; null for none. */
    public SpawnOptions withName(@Nullable String name) {
        return new SpawnOptions(name, mailboxSize, overflow, leader, env, linkParent, linkChild, initTimeout, settings,
                logLevel);
    }

    /** Returns a copy with a limit for each of the four queues, 0 for none, and what happens beyond it. */
    public SpawnOptions withMailbox(int size, Overflow policy) {
        return new SpawnOptions(registeredName, size, policy, leader, env, linkParent, linkChild, initTimeout,
                settings, logLevel);
    }

    /** Returns a copy with the leader. */
    public SpawnOptions withLeader(Pid head) {
        return new SpawnOptions(registeredName, mailboxSize, overflow, head, env, linkParent, linkChild, initTimeout,
                settings, logLevel);
    }

    /** Returns a copy with the environment. */
    public SpawnOptions withEnv(Map<String, Object> variables) {
        return new SpawnOptions(registeredName, mailboxSize, overflow, leader, variables, linkParent, linkChild,
                initTimeout, settings, logLevel);
    }

    /** Returns a copy with these links between parent and child. */
    public SpawnOptions withLinks(boolean parent, boolean child) {
        return new SpawnOptions(registeredName, mailboxSize, overflow, leader, env, parent, child, initTimeout,
                settings, logLevel);
    }

    /** Returns a copy with the time-out for {@code init}. */
    public SpawnOptions withInitTimeout(@Nullable Duration timeout) {
        return new SpawnOptions(registeredName, mailboxSize, overflow, leader, env, linkParent, linkChild, timeout,
                settings, logLevel);
    }

    /** Returns a copy with the priority. */
    public SpawnOptions withPriority(Priority sendPriority) {
        return withSettings(settings.withSendPriority(sendPriority));
    }

    /** Returns a copy with the compression of messages to other nodes. */
    public SpawnOptions withCompression(Compression compression) {
        return withSettings(settings.withCompression(compression));
    }

    /** Returns a copy that has messages to other nodes confirmed, or not. */
    public SpawnOptions withImportantDelivery(boolean on) {
        return withSettings(settings.withImportantDelivery(on));
    }

    /** Returns a copy with the log level. */
    public SpawnOptions withLogLevel(LogLevel level) {
        return new SpawnOptions(registeredName, mailboxSize, overflow, leader, env, linkParent, linkChild, initTimeout,
                settings, level);
    }

    private SpawnOptions withSettings(ProcessSettings changed) {
        return new SpawnOptions(registeredName, mailboxSize, overflow, leader, env, linkParent, linkChild, initTimeout,
                changed, logLevel);
    }
}
