package io.ergo.spring.boot.autoconfigure;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;

/** A thread that does nothing but keep the JVM alive until it is released: the workers of a node do not. */
final class KeepAlive {

    private final CountDownLatch released = new CountDownLatch(1);

    private KeepAlive() {}

    static KeepAlive begin(ThreadFactory threads) {
        KeepAlive alive = new KeepAlive();
        threads.newThread(alive::await).start();
        return alive;
    }

    private void await() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // somebody wants the JVM to end
        }
    }

    void release() {
        released.countDown();
    }
}
