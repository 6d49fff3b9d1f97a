package io.ergo.benchmarks.local;

import java.util.concurrent.CountDownLatch;

import org.apache.pekko.actor.AbstractActor;

/** Tells when it began and when it ended; Pekko starts and stops actors aside. */
abstract class PekkoTracked extends AbstractActor {

    private final Life life;

    PekkoTracked(Life life) {
        this.life = life;
    }

    /** Counts the actors of a round. */
    record Life(CountDownLatch begun, CountDownLatch ended) {

        static Life of(int actors) {
            return new Life(new CountDownLatch(actors), new CountDownLatch(actors));
        }
    }

    @Override
    public void preStart() {
        life.begun().countDown();
    }

    @Override
    public void postStop() {
        life.ended().countDown();
    }
}
