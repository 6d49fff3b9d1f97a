package io.ergo.engine.dispatch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SystemPlatformTest {
    private final SystemPlatform platform = new SystemPlatform();

    @Test
    void aliveThreads_untilTheyEnd_areCounted() {
        CountDownLatch release = new CountDownLatch(1);
        platform.start(platform.virtualThread("virtual", () -> TestTask.uninterruptibly(release)));
        platform.start(platform.platformThread("platform", () -> TestTask.uninterruptibly(release)));
        assertThat(platform.aliveThreads()).isEqualTo(2);
        release.countDown();
        Eventually.until(() -> platform.aliveThreads() == 0);
    }

    @Test
    void start_refused_isNotCounted() {
        CountDownLatch release = new CountDownLatch(1);
        Thread thread = platform.virtualThread("virtual", () -> TestTask.uninterruptibly(release));
        platform.start(thread);
        assertThatThrownBy(() -> platform.start(thread)).isInstanceOf(IllegalThreadStateException.class);
        assertThat(platform.aliveThreads()).isEqualTo(1);
        release.countDown();
        Eventually.until(() -> platform.aliveThreads() == 0);
    }

    @Test
    void timer_cancelledAction_leavesItsQueueAndTheThreadIsCounted() {
        ScheduledThreadPoolExecutor timer = platform.timer("timer");
        assertThat(platform.aliveThreads()).as("it starts lazily").isZero();
        timer.schedule(() -> {}, 1, TimeUnit.DAYS).cancel(false);
        assertThat(timer.getQueue()).isEmpty();
        Eventually.until(() -> platform.aliveThreads() == 1);
        timer.shutdownNow();
        Eventually.until(() -> platform.aliveThreads() == 0);
        timer.schedule(() -> {}, 0, TimeUnit.DAYS); // dropped, not refused
        assertThat(platform.aliveThreads()).isZero();
    }

    @Test
    void threads_haveTheirNamesAndDoNotKeepTheJvm() {
        assertThat(platform.virtualThread("a", () -> {}).getName()).isEqualTo("a");
        assertThat(platform.platformThread("b", () -> {})).satisfies(thread -> {
            assertThat(thread.getName()).isEqualTo("b");
            assertThat(thread.isDaemon()).isTrue();
        });
    }
}
