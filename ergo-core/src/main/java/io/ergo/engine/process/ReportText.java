package io.ergo.engine.process;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import io.ergo.MailboxDepth;
import io.ergo.ProcessExecution;
import io.ergo.ProcessExecution.Running;

/** How reports say what a process is doing: one line, and the stack below it. */
final class ReportText {

    private static final int FRAMES = 40;

    private ReportText() {}

    static String of(ProcessExecution seen) {
        StringBuilder text = new StringBuilder().append(seen.pid());
        if (!seen.name().isEmpty()) {
            text.append(" '").append(seen.name()).append('\'');
        }
        text.append(' ').append(seen.behavior()).append(", ").append(seen.state()).append(", waiting: ")
                .append(waiting(seen.mailbox()));
        Running running = seen.running();
        if (running != null) {
            text.append(", executes ").append(running.what()).append(" for ").append(rounded(running.duration()))
                    .append(" on thread ").append(running.thread());
            stack(text, running);
        }
        return text.toString();
    }

    private static String waiting(MailboxDepth depth) {
        return "urgent " + depth.urgent() + ", system " + depth.system() + ", main " + depth.main() + ", log "
                + depth.log();
    }

    private static void stack(StringBuilder text, Running running) {
        running.stack().stream().limit(FRAMES).forEach(frame -> text.append("\n\tat ").append(frame));
        if (running.stack().size() > FRAMES) {
            text.append("\n\t… ").append(running.stack().size() - FRAMES).append(" more");
        }
    }

    static String rounded(Duration duration) {
        return duration.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
