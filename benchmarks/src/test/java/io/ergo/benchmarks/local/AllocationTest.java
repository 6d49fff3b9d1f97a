package io.ergo.benchmarks.local;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AllocationTest {

    private static final int ARRAYS = 1_000;
    private static final int ARRAY_BYTES = 100_000;

    private final AtomicReference<byte[]> kept = new AtomicReference<>(new byte[0]);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bytes_threadThatEnded_counted(boolean virtual) throws InterruptedException {
        Allocation allocation = new Allocation();
        long before = allocation.bytes();

        Thread thread = virtual ? Thread.startVirtualThread(this::allocate) : Thread.ofPlatform().start(this::allocate);
        thread.join();

        assertThat(allocation.bytes() - before).isGreaterThanOrEqualTo((long) ARRAYS * ARRAY_BYTES);
    }

    private void allocate() {
        for (int i = 0; i < ARRAYS; i++) {
            kept.setPlain(new byte[ARRAY_BYTES]);
            LockSupport.parkNanos(1);
        }
    }
}
