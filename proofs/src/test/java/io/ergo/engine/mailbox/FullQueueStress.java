package io.ergo.engine.mailbox;

import io.ergo.Pid;
import io.ergo.spi.Waiter;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** A full queue: a sender that waits for room is woken, and dropping the oldest keeps the bound. */
final class FullQueueStress {

    private static final Pid SENDER = new Pid("stress@localhost", 1001, 1);

    private FullQueueStress() {}

    private static Envelope envelope(int number) {
        return new Envelope(SENDER, SENDER, number);
    }

    private static int number(Envelope envelope) {
        return envelope == null ? 0 : (int) envelope.message();
    }

    /** A sender enters and offers once more while the owner takes the envelope that was in the way. */
    @JCStressTest
    @Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "it found room, or was woken")
    @Outcome(expect = Expect.FORBIDDEN, desc = "it waits although there is room")
    @State
    public static class EnterAndTake {

        private final PatientQueue queue = new PatientQueue(1);
        private final Waiter waiter = new Waiter(0);
        private boolean offered;

        public EnterAndTake() {
            queue.offer(envelope(1));
        }

        @Actor
        public void sender() {
            queue.enter(waiter);
            offered = queue.offer(envelope(2));
        }

        @Actor
        public void owner() {
            queue.poll();
        }

        @Arbiter
        public void look(Z_Result result) {
            result.r1 = offered || waiter.result() != null;
        }
    }

    /**
     * One sender waits already, another finds room on its second look and leaves late, while the owner takes the envelope that was in the way and
     * then that of the other. The first, once woken, offers again and waits behind the other.
     */
    @JCStressTest
    @Outcome(id = "true", expect = Expect.ACCEPTABLE,
            desc = "whoever waits was woken, or an envelope waits whose end will wake")
    @Outcome(expect = Expect.FORBIDDEN, desc = "waits at an empty queue")
    @State
    public static class WaitAndLeave {

        private final PatientQueue queue = new PatientQueue(1);
        private final Waiter quick = new Waiter(0);
        private Waiter patient = new Waiter(0);
        private boolean quickOffered;
        private boolean patientOffered;

        public WaitAndLeave() {
            queue.offer(envelope(1));
            queue.enter(patient);
        }

        @Actor
        public void quick() {
            queue.enter(quick);
            quickOffered = queue.offer(envelope(2));
            if (quickOffered) {
                queue.leave(quick);
            }
        }

        @Actor
        public void ownerAndPatient() {
            queue.poll();
            if (patient.result() != null) {
                patient = new Waiter(0);
                queue.enter(patient);
                patientOffered = queue.offer(envelope(3));
                if (patientOffered) {
                    queue.leave(patient);
                }
            }
            queue.poll();
        }

        @Arbiter
        public void look(Z_Result result) {
            boolean quickWaits = !quickOffered && quick.result() == null;
            boolean patientWaits = !patientOffered && patient.result() == null;
            boolean somebodyLooksAgain = (!quickOffered && !quickWaits) || (!patientOffered && !patientWaits);
            result.r1 = queue.depth() > 0 || somebodyLooksAgain || !(quickWaits || patientWaits);
        }
    }

    /** Two senders, of which one is the owner, at a queue of one place: each envelope was taken or dropped, or waits. */
    @JCStressTest
    @Outcome(id = {"3, 1", "3, 0"}, expect = Expect.ACCEPTABLE, desc = "all three are accounted for, at most one waits")
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost, doubled, or more than the bound")
    @State
    public static class DropAndTake {

        private final LossyQueue queue = new LossyQueue(1);
        private int droppedByOne;
        private int droppedByTwo;
        private int taken;

        public DropAndTake() {
            queue.offer(envelope(1));
        }

        @Actor
        public void one() {
            droppedByOne = number(queue.offerDropping(envelope(2))) == 0 ? 0 : 1;
        }

        @Actor
        public void ownerThatSendsToItself() {
            taken = queue.poll() == null ? 0 : 1;
            droppedByTwo = number(queue.offerDropping(envelope(4))) == 0 ? 0 : 1;
        }

        @Arbiter
        public void count(II_Result result) {
            int waiting = (int) queue.depth();
            result.r1 = droppedByOne + droppedByTwo + taken + waiting;
            result.r2 = waiting;
        }
    }
}
