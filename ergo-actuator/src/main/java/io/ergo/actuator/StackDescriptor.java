package io.ergo.actuator;

import java.time.Duration;
import java.util.List;

import io.ergo.ProcessExecution;
import io.ergo.ProcessExecution.Running;
import org.jspecify.annotations.Nullable;

/**
 * What a process executes at this moment: {@code /actuator/ergo/processes/{pid or name}/stack}. While it executes nothing, callback, message
 * type, duration and thread are null and the stack is empty.
 *
 * @param pid its pid
 * @param name its registered name, null if it has none
 * @param behavior class name of its behaviour
 * @param state its state
 * @param callback {@code init}, {@code message}, {@code request}, {@code exit} or {@code terminate}
 * @param messageType class name of what it handles; null for init and terminate
 * @param duration since when, some milliseconds less than it is
 * @param thread name of the thread that executes it
 * @param stack where that thread is, the innermost frame first
 */
public record StackDescriptor(String pid, @Nullable String name, String behavior, String state,
        @Nullable String callback, @Nullable String messageType, @Nullable Duration duration, @Nullable String thread,
        List<String> stack) implements ErgoDescriptor {

    /** Copies the list. */
    public StackDescriptor {
        stack = List.copyOf(stack);
    }

    static StackDescriptor of(ProcessExecution seen) {
        Running running = seen.running();
        String name = Words.orNull(seen.name());
        if (running == null) {
            return new StackDescriptor(seen.pid().toString(), name, seen.behavior(), Words.of(seen.state()), null, null,
                    null, null, List.of());
        }
        return new StackDescriptor(seen.pid().toString(), name, seen.behavior(), Words.of(seen.state()),
                running.callback().word(), Words.orNull(running.messageType()), running.duration(), running.thread(),
                running.stack().stream().map(StackTraceElement::toString).toList());
    }
}
