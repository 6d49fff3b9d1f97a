package io.ergo.spring.boot.autoconfigure;

import io.ergo.spring.ErgoExit;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What becomes of the JVM after a stop of the node that hit its time-out. Run by the node when it is stopped; also tells
 * {@code SpringApplication.exit} the code, which asks before it closes the context: so the asking stops the context's lifecycle beans, in
 * their order, and the code is known.
 */
final class TimeoutExit implements Runnable, ExitCodeGenerator {

    private static final int CODE = 1;

    private final ErgoExit exit;
    private final ConfigurableApplicationContext context;
    private volatile boolean timedOut;

    TimeoutExit(ErgoExit exit, ConfigurableApplicationContext context) {
        this.exit = exit;
        this.context = context;
    }

    @Override
    public void run() {
        timedOut = true;
        exit.exit(CODE);
    }

    @Override
    public int getExitCode() {
        if (context.isRunning()) {
            context.stop();
        }
        return timedOut ? CODE : 0;
    }
}
