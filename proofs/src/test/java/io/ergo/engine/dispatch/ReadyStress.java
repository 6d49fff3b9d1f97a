package io.ergo.engine.dispatch;

import io.ergo.spi.Dispatcher.Carrier;
import io.ergo.spi.Dispatcher.Task;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** A ready task is run by exactly one worker, and somebody is awake for it. */
final class ReadyStress {

    private ReadyStress() {}

    private static final class Nothing implements Task {

        @Override
        public boolean run(Carrier carrier) {
            return false;
        }

        @Override
        public String label() {
            return "nothing";
        }
    }

    /** A shop that is closed starts no threads: a slot that is claimed stays claimed, so a wake-up can be seen. */
    private static final class Shop {

        final Workshop shop = new Workshop("stress", 1, new SystemPlatform(), new Failures((what, error) -> {}));
        final Staffing staffing = new Staffing(shop, new SpareWorkers());

        Shop() {
            shop.markClosed();
        }

        boolean wokeSomebody() {
            return !shop.idle().all();
        }
    }

    /** Pusher: queue, then the idle bits. Idler: its bit, then the queue. */
    @JCStressTest
    @Outcome(id = {"true, false", "false, true", "true, true"}, expect = Expect.ACCEPTABLE, desc = "one sees the other")
    @Outcome(id = "false, false", expect = Expect.FORBIDDEN, desc = "the task lies about")
    @State
    public static class PushAndGoIdle {

        private final Slot[] slots = {new Slot(0, 1)};
        private final IdleSlots idle = new IdleSlots(slots);

        public PushAndGoIdle() {
            idle.claim();
        }

        @Actor
        public void push(ZZ_Result result) {
            slots[0].queue.push(new Nothing());
            result.r1 = idle.claim() != null;
        }

        @Actor
        public void goIdle(ZZ_Result result) {
            idle.raise(slots[0]);
            result.r2 = !slots[0].queue.isEmpty();
        }
    }

    /** Whoever makes a task ready relies on a searcher; the searcher gives up and looks once more. */
    @JCStressTest
    @Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "somebody was woken")
    @Outcome(id = "false", expect = Expect.FORBIDDEN, desc = "each relied on the other")
    @State
    public static class WakeAndGiveUp {

        private final Shop shop = new Shop();
        private final Slot slot;

        public WakeAndGiveUp() {
            slot = shop.shop.idle().claim();
            shop.staffing.beginSearch();
        }

        @Actor
        public void makeReady() {
            shop.shop.ready().addGlobal(new Nothing());
            shop.staffing.wakeOne();
        }

        @Actor
        public void giveUp() {
            shop.staffing.endSearch(slot, false);
            shop.staffing.leave(slot);
        }

        @Arbiter
        public void look(Z_Result result) {
            result.r1 = shop.wokeSomebody();
        }
    }

    /** Ringer: work, then whether the monitor rests. Monitor: rests, then whether there is work. */
    @JCStressTest
    @Outcome(id = {"true, false", "false, true", "true, true"}, expect = Expect.ACCEPTABLE, desc = "rung, or seen")
    @Outcome(id = "false, false", expect = Expect.FORBIDDEN, desc = "rests although there is work")
    @State
    public static class RingAndRest {

        private final Doorbell doorbell = new Doorbell();
        private volatile boolean work;
        private volatile boolean rang;

        @Actor
        public void ring(ZZ_Result result) {
            work = true;
            result.r1 = doorbell.ring();
            rang = true;
        }

        @Actor
        public void rest(ZZ_Result result) {
            doorbell.rest(() -> {
                result.r2 = work;
                while (!rang) {
                    Thread.onSpinWait(); // it rests until the ringer has been here
                }
                return 0;
            });
        }
    }

    /** The holder and a thief. */
    @JCStressTest
    @Outcome(id = {"true, false", "false, true"}, expect = Expect.ACCEPTABLE, desc = "one of the two")
    @Outcome(expect = Expect.FORBIDDEN, desc = "both or neither")
    @State
    public static class PollAndSteal {

        private final RunQueue queue = new RunQueue();
        private final RunQueue thief = new RunQueue();

        public PollAndSteal() {
            queue.push(new Nothing());
        }

        @Actor
        public void poll(ZZ_Result result) {
            result.r1 = queue.poll() != null;
        }

        @Actor
        public void steal(ZZ_Result result) {
            result.r2 = queue.stealInto(thief) != null;
        }

        @Arbiter
        public void look(ZZ_Result result) {
            if (!result.r1 && !result.r2) {
                result.r1 = queue.poll() != null; // a poll gives up when the lock is held, and comes back
            }
        }
    }
}
