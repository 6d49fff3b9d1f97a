package io.ergo.spring.boot.autoconfigure;

import java.util.concurrent.ThreadFactory;
import java.util.function.IntConsumer;

import io.ergo.spring.ErgoExit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplicationShutdownHandlers;

/**
 * Ends the JVM. The order to exit comes from a thread of its own, for it waits until all contexts are closed. In a JVM that ends already,
 * because of a signal, the order has no effect and the code would be the signal's; so a shutdown handler, which Spring Boot runs when the
 * contexts are closed, halts the JVM with the code.
 */
final class JvmExit implements ErgoExit, Runnable, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(JvmExit.class);

    private final ThreadFactory threads;
    private final SpringApplicationShutdownHandlers handlers;
    private final IntConsumer exit;
    private final IntConsumer halt;
    private volatile int code;

    JvmExit(ThreadFactory threads, SpringApplicationShutdownHandlers handlers) {
        this(threads, handlers, System::exit, Runtime.getRuntime()::halt);
    }

    /** For tests, which live on. */
    JvmExit(ThreadFactory threads, SpringApplicationShutdownHandlers handlers, IntConsumer exit, IntConsumer halt) {
        this.threads = threads;
        this.handlers = handlers;
        this.exit = exit;
        this.halt = halt;
        handlers.add(this);
    }

    @Override
    public void exit(int ordered) {
        LOG.error("The JVM ends with exit code {}, because the node could not be stopped in time", ordered);
        code = ordered;
        threads.newThread(() -> exit.accept(ordered)).start();
    }

    /** As a shutdown handler: all contexts are closed. */
    @Override
    public void run() {
        if (code != 0) {
            halt.accept(code);
        }
    }

    /** The context is closed and the JVM goes on. */
    @Override
    public void destroy() {
        if (code == 0) {
            try {
                handlers.remove(this);
            } catch (IllegalStateException ending) {
                LOG.debug("The JVM ends already; the shutdown handler stays and does nothing", ending);
            }
        }
    }
}
