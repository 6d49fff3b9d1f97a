package io.ergo.engine.mailbox;

import io.ergo.Pid;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Nothing is lost, doubled or seen half-made in a queue of several producers, and its bound is exact. */
final class MpscQueueStress {

    private static final Pid SENDER = new Pid("stress@localhost", 1001, 1);

    private MpscQueueStress() {}

    private static Envelope envelope(int number) {
        return new Envelope(SENDER, SENDER, number);
    }

    private static int number(Object envelope) {
        return envelope == null ? 0 : (int) ((Envelope) envelope).message();
    }

    /** Two producers, looked at when both are done. */
    @JCStressTest
    @Outcome(id = {"1, 2, 0", "2, 1, 0"}, expect = Expect.ACCEPTABLE, desc = "both, each once")
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost or doubled")
    @State
    public static class TwoProducers {

        private final MpscQueue queue = new MpscQueue(0);

        @Actor
        public void one() {
            queue.offer(envelope(1));
        }

        @Actor
        public void two() {
            queue.offer(envelope(2));
        }

        @Arbiter
        public void all(III_Result result) {
            result.r1 = number(queue.poll());
            result.r2 = number(queue.poll());
            result.r3 = number(queue.poll());
        }
    }

    /** One producer and the consumer at the same time: what is polled is whole and in order. */
    @JCStressTest
    @Outcome(id = {"0, 1", "1, 2", "1, 0", "0, 0"}, expect = Expect.ACCEPTABLE, desc = "a prefix of what was offered")
    @Outcome(expect = Expect.FORBIDDEN, desc = "out of order, or a message that is not there yet")
    @State
    public static class ProducerAndConsumer {

        private final MpscQueue queue = new MpscQueue(0);

        @Actor
        public void produce() {
            queue.offer(envelope(1));
            queue.offer(envelope(2));
        }

        @Actor
        public void consume(II_Result result) {
            result.r1 = number(queue.poll());
            result.r2 = number(queue.poll());
        }
    }

    /** Two producers and one place. */
    @JCStressTest
    @Outcome(id = {"true, false, 1", "false, true, 1"}, expect = Expect.ACCEPTABLE, desc = "one of the two")
    @Outcome(expect = Expect.FORBIDDEN, desc = "more or less than the limit")
    @State
    public static class LastPlace {

        private final MpscQueue queue = new MpscQueue(1);

        @Actor
        public void one(ZZI_Result result) {
            result.r1 = queue.offer(envelope(1));
        }

        @Actor
        public void two(ZZI_Result result) {
            result.r2 = queue.offer(envelope(2));
        }

        @Arbiter
        public void count(ZZI_Result result) {
            int count = 0;
            while (queue.poll() != null) {
                count++;
            }
            result.r3 = count;
        }
    }

    /** A place that becomes free is given out, once. */
    @JCStressTest
    @Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "taken and accepted agree with what is left")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the count of places is wrong")
    @State
    public static class PlaceBecomesFree {

        private final MpscQueue queue = new MpscQueue(1);
        private boolean accepted;
        private boolean acceptedToo;

        public PlaceBecomesFree() {
            queue.offer(envelope(1));
        }

        @Actor
        public void consume() {
            queue.poll();
        }

        @Actor
        public void one() {
            accepted = queue.offer(envelope(2));
        }

        @Actor
        public void two() {
            acceptedToo = queue.offer(envelope(3));
        }

        @Arbiter
        public void count(Z_Result result) {
            int inside = 0;
            while (queue.poll() != null) {
                inside++;
            }
            int expected = (accepted ? 1 : 0) + (acceptedToo ? 1 : 0);
            result.r1 = inside == expected && expected <= 1 && queue.offer(envelope(4));
        }
    }
}
