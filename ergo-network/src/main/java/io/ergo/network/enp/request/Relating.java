package io.ergo.network.enp.request;

import io.ergo.Pid;

/** Begins or ends a link or monitor. */
public sealed interface Relating extends NodeRequest permits PidLinking, PidMonitoring, AliasRelating, NameRelating {

    /** What a request does. */
    enum Action {
        /** Both end together. */
        LINK,
        /** Takes a link back. */
        UNLINK,
        /** The source is told of the end of the target. */
        MONITOR,
        /** Takes a monitor back. */
        DEMONITOR
    }

    /** Returns who is told of the end of the target. */
    Pid source();

    /** Returns the other: a {@link Pid}, {@link io.ergo.ProcessId}, {@link io.ergo.Alias} or {@link io.ergo.Event}. */
    Object target();

    /** Returns what is asked for. */
    default Action action() {
        return switch (this) {
            case MessageLinkPid _,MessageLinkProcessId _,MessageLinkAlias _,MessageLinkEvent _ -> Action.LINK;
            case MessageUnlinkPid _,MessageUnlinkProcessId _,MessageUnlinkAlias _,MessageUnlinkEvent _ ->
                    Action.UNLINK;
            case MessageMonitorPid _,MessageMonitorProcessId _,MessageMonitorAlias _,MessageMonitorEvent _ ->
                    Action.MONITOR;
            case MessageDemonitorPid _,MessageDemonitorProcessId _,MessageDemonitorAlias _,MessageDemonitorEvent _ ->
                    Action.DEMONITOR;
        };
    }
}
