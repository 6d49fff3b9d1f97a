package io.ergo.engine.dispatch;

import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailuresTest {

    @Test
    void report_handlerThrows_goesToTheHandlerOfTheThread() throws InterruptedException {
        IllegalStateException second = new IllegalStateException("handler");
        Failures failures = new Failures((what, error) -> {
            throw second;
        });
        AtomicReference<Throwable> seen = new AtomicReference<>();
        IllegalArgumentException first = new IllegalArgumentException("task");
        Thread thread = Thread.ofPlatform().uncaughtExceptionHandler((at, error) -> seen.set(error))
                .start(() -> failures.report("task", first));
        thread.join();
        assertThat(seen.get()).isSameAs(first).hasSuppressedException(second);
    }
}
