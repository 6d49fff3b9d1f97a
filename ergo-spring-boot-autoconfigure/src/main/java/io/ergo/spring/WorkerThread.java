package io.ergo.spring;

import java.util.List;

import io.ergo.ProcessContext;
import org.slf4j.MDC;

/**
 * What is set on a worker thread around each message: the current process, and on wish the MDC. Afterwards the thread is as if nothing had run
 * on it, because the next message may be that of another process. Any thread.
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

    /** Something that a process runs. */
    @FunctionalInterface
    interface Activity {

        void run() throws Exception;
    }

    /** Runs the start or the end of a process: on whatever thread caused it, which keeps everything it had. */
    void runOnAnyThread(ProcessContext process, Activity activity) throws Exception {
        CurrentProcess.Binding binding = current.binding();
        ProcessContext before = binding.process;
        binding.process = process;
        try {
            activity.run();
        } finally {
            binding.process = before;
        }
    }

    /** Runs the handling of a message, on a worker; in a simulation perhaps inside the call of another process. */
    void runOnWorker(ProcessContext process, Activity activity) throws Exception {
        try {
            if (mdc) {
                fillMdc(process);
            }
            runOnAnyThread(process, activity);
        } finally {
            clear();
        }
    }

    private void clear() {
        MDC.clear();
        for (ThreadContextCleaner cleaner : cleaners) {
            cleaner.clear();
        }
    }

    private static void fillMdc(ProcessContext process) {
        MDC.put("ergo.node", process.pid().node());
        MDC.put("ergo.pid", process.pid().toString());
        process.name().ifPresent(name -> MDC.put("ergo.name", name));
        if (!process.application().isEmpty()) {
            MDC.put("ergo.application", process.application());
        }
    }
}
