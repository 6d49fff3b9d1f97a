package io.ergo.network.framework;

import java.util.List;
import java.util.Map;

import io.ergo.Pid;
import io.ergo.Ref;
import org.jspecify.annotations.Nullable;

/**
 * How a process is started on another node, and for whom.
 *
 * @param processOptions its options
 * @param parentPid who asked
 * @param parentLeader the leader of that one
 * @param parentEnv the variables of that one, if it exposes them
 * @param parentLogLevel of the log of that one
 * @param tracing the trace of the request; since 3.3.0
 * @param register the name it is registered under, empty for none
 * @param application the application it belongs to, empty for none
 * @param applicationGroupMember false; since 3.3.0
 * @param ref of the request once more, its third word the deadline of the start in seconds since the epoch, 0 for none; since 3.2.0
 * @param args its arguments
 */
public record ProcessOptionsExtra(ProcessOptions processOptions, Pid parentPid, Pid parentLeader,
        @Nullable Map<Env, @Nullable Object> parentEnv, LogLevelCode parentLogLevel, Tracing tracing, String register,
        String application, boolean applicationGroupMember, Ref ref, @Nullable List<@Nullable Object> args) {

    /** Returns a copy with the reference. */
    public ProcessOptionsExtra withRef(Ref other) {
        return new ProcessOptionsExtra(processOptions, parentPid, parentLeader, parentEnv, parentLogLevel, tracing,
                register, application, applicationGroupMember, other, args);
    }
}
