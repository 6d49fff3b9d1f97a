package io.ergo.spring;

import java.util.List;

import io.ergo.ProcessContext;
import org.slf4j.MDC;

/**
 * What is set on a thread while it runs a process: the current process, and on wish the MDC. After a message the thread
 * is as if nothing had run on it, because the next one may be that of another process. Any thread.
 */
final class WorkerThread {

    private final CurrentProcess current;
    private final List<ThreadContextCleaner> cleaners;
    private final boolean mdc;

    WorkerThread(CurrentProcess current, List<ThreadContextCleaner> cleaners, boolean mdc) {
        this.current = current;
        this.cleaners = List.copyOf(cleaners);
        this.mdc = mdc;
    }

    /**
     * Returns what the calling thread runs; whoever sets its process puts back the one before, because a spawn nests.
     */
    CurrentProcess.Binding binding() {
        return current.binding();
    }

    /** Before a message is handled, on a worker. */
    void beforeMessage(ProcessContext process) {
        if (mdc) {
            MDC.put("ergo.node", process.pid().node());
            MDC.put("ergo.pid", process.pid().toString());
            process.name().ifPresent(name -> MDC.put("ergo.name", name));
            if (!process.application().isEmpty()) {
                MDC.put("ergo.application", process.application());
            }
        }
    }

    /** After a message was handled. Not after a start or an end: the thread that causes one keeps what it has. */
    void afterMessage() {
        MDC.clear();
        for (ThreadContextCleaner cleaner : cleaners) {
            cleaner.clear();
        }
    }
}
