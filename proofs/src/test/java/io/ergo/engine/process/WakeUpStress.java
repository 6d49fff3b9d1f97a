package io.ergo.engine.process;

import io.ergo.engine.mailbox.QueueKind;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** A message that was accepted is handled, or its sender wakes the process: never neither. */
final class WakeUpStress {

    private WakeUpStress() {}

    /** Owner: state to SLEEP, then a look at the head. Sender: swap of the head, then a look at the state. */
    @JCStressTest
    @Outcome(id = "2, 1", expect = Expect.ACCEPTABLE, desc = "handled before the process fell asleep")
    @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "woken")
    @Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "handled, then woken by a sender that looked late")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the wake-up is lost, or the process is ready twice")
    @State
    public static class MainQueue {

        private final StressProcess process = StressProcess.ready(QueueKind.MAIN, "first");

        @Actor
        public void owner() {
            process.runUntilAsleep();
        }

        @Actor
        public void sender() {
            process.send(QueueKind.MAIN, "second");
        }

        @Arbiter
        public void look(II_Result result) {
            result.r1 = process.behavior.handled();
            result.r2 = process.behavior.timesScheduled();
            process.end();
        }
    }

    /** Owner: flag down, then a look into the rare queues. Sender: offer, then flag up. */
    @JCStressTest
    @Outcome(id = "2, 1", expect = Expect.ACCEPTABLE, desc = "handled before the process fell asleep")
    @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "woken")
    @Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "handled, then woken by a sender that looked late")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the wake-up is lost, or the process is ready twice")
    @State
    public static class RareQueue {

        private final StressProcess process = StressProcess.ready(QueueKind.SYSTEM, "first");

        @Actor
        public void owner() {
            process.runUntilAsleep();
        }

        @Actor
        public void sender() {
            process.send(QueueKind.SYSTEM, "second");
        }

        @Arbiter
        public void look(II_Result result) {
            result.r1 = process.behavior.handled();
            result.r2 = process.behavior.timesScheduled();
            process.end();
        }
    }

    /** The same for the log queue, whose flag is lowered apart from the others. */
    @JCStressTest
    @Outcome(id = "2, 1", expect = Expect.ACCEPTABLE, desc = "handled before the process fell asleep")
    @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "woken")
    @Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "handled, then woken by a sender that looked late")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the wake-up is lost, or the process is ready twice")
    @State
    public static class LogQueue {

        private final StressProcess process = StressProcess.ready(QueueKind.LOG, "first");

        @Actor
        public void owner() {
            process.runUntilAsleep();
        }

        @Actor
        public void sender() {
            process.send(QueueKind.LOG, "second");
        }

        @Arbiter
        public void look(II_Result result) {
            result.r1 = process.behavior.handled();
            result.r2 = process.behavior.timesScheduled();
            process.end();
        }
    }

    /** Two senders, one queue each, and a process that sleeps. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "one of them woke it")
    @Outcome(expect = Expect.FORBIDDEN, desc = "nobody or both")
    @State
    public static class TwoSenders {

        private final StressProcess process = StressProcess.asleep();

        @Actor
        public void one() {
            process.send(QueueKind.MAIN, "one");
        }

        @Actor
        public void two() {
            process.send(QueueKind.URGENT, "two");
        }

        @Arbiter
        public void look(I_Result result) {
            result.r1 = process.behavior.timesScheduled();
            process.end();
        }
    }
}
