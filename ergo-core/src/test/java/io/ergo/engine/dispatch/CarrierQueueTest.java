package io.ergo.engine.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CarrierQueueTest {
    private final CarrierQueue carriers = new CarrierQueue();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void everythingEnds() throws InterruptedException {
        over.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private boolean isWanted() {
        carriers.look();
        return carriers.isWanted();
    }

    private void start(Runnable body) {
        threads.add(Thread.startVirtualThread(body));
    }

    @Test
    void isWanted_nobodyKnows_true() {
        assertThat(carriers.isWanted()).isTrue();
        assertThat(isWanted()).as("a machine that does not tell").isTrue();
    }

    @Test
    void isWanted_aThreadWaitsBehindBusyOnes_trueUntilItRuns() {
        carriers.open();
        Eventually.until(() -> !isWanted());
        CountDownLatch busy = new CountDownLatch(Runtime.getRuntime().availableProcessors());
        for (long i = busy.getCount(); i > 0; i--) {
            start(() -> {
                busy.countDown();
                while (!over.get()) {
                    Thread.onSpinWait();
                }
            });
        }
        Eventually.until(() -> busy.getCount() == 0);
        start(() -> {});
        Eventually.until(this::isWanted);
        over.set(true);
        Eventually.until(() -> !isWanted());
    }
}
