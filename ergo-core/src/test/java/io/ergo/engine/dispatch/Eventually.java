package io.ergo.engine.dispatch;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import static org.awaitility.Awaitility.await;

/** Waits for conditions on other threads, looking often. */
final class Eventually {
    private Eventually() {}

    static void until(BooleanSupplier condition) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).atMost(Duration.ofSeconds(30))
                .until(condition::getAsBoolean);
    }
}
