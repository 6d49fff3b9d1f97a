package io.ergo.engine.process;

import java.time.Duration;

import io.ergo.ErgoException;
import io.ergo.SpawnOptions;
import io.ergo.engine.mailbox.QueueKind;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** A killed process ends exactly once, a call it waits in returns, and its killer touches no thread that has gone on. */
final class KillStress {

    private static final Kernel KERNEL = StressProcess.KERNEL;

    private KillStress() {}

    /** While its owner runs it. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "the owner ended it")
    @Outcome(id = "0, 2", expect = Expect.ACCEPTABLE, desc = "it slept already and was made ready to end")
    @Outcome(expect = Expect.FORBIDDEN, desc = "never ends, or ends twice")
    @State
    public static class OwnerRuns {

        private final StressProcess process = StressProcess.ready(QueueKind.MAIN, "first");

        @Actor
        public void owner() {
            process.run();
        }

        @Actor
        public void killer() {
            process.kill();
        }

        @Arbiter
        public void look(II_Result result) {
            result.r1 = process.behavior.timesEnded();
            result.r2 = process.behavior.timesScheduled();
            if (result.r2 == 2) {
                process.run();
            }
            if (process.behavior.timesEnded() != 1) {
                result.r1 = -1;
            }
            process.end();
        }
    }

    /** While somebody wakes it. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "one of the two made it ready")
    @Outcome(expect = Expect.FORBIDDEN, desc = "nobody or both")
    @State
    public static class SenderWakes {

        private final StressProcess process = StressProcess.asleep();

        @Actor
        public void sender() {
            process.send(QueueKind.MAIN, "one");
        }

        @Actor
        public void killer() {
            process.kill();
        }

        @Arbiter
        public void look(I_Result result) {
            result.r1 = process.behavior.timesScheduled();
            process.run();
            process.end();
        }
    }

    /** Owner: call in its place, then the state. Killer: state, then the call. */
    @JCStressTest
    @Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "the call has a result")
    @Outcome(id = "false", expect = Expect.FORBIDDEN, desc = "the killed process waits for ever")
    @State
    public static class OwnerCalls {

        private final PendingCall call = KERNEL.newCall(Duration.ofSeconds(5));
        private final StressProcess process = StressProcess.ready(QueueKind.MAIN, (StressBehavior.Action) owner -> {
            owner.pending(call);
            owner.await(call);
        });

        @Actor
        public void owner() {
            process.run();
        }

        @Actor
        public void killer() {
            process.kill();
            process.behavior.leaveAlone();
        }

        @Arbiter
        public void look(Z_Result result) {
            result.r1 = call.result() != null || process.behavior.handled() == 0; // killed before it called
            process.process.pending(null);
            process.end();
        }
    }

    /** The same in init, where the state does not change. */
    @JCStressTest
    @Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "the call has a result")
    @Outcome(id = "false", expect = Expect.FORBIDDEN, desc = "the killed process waits for ever")
    @State
    public static class OwnerCallsInInit {

        private final PendingCall call = KERNEL.newCall(Duration.ofSeconds(5));
        private final StressBehavior behavior = new StressBehavior(process -> {
            process.occupy(new StressCarrier((StressBehavior) process.behavior));
            process.pending(call);
            process.await(call);
            process.pending(null);
        });

        @Actor
        public void owner() {
            try {
                StressProcess.spawn(behavior, SpawnOptions.defaults());
            } catch (ErgoException killed) {
                // as it should be
            }
        }

        @Actor
        public void killer() {
            behavior.process().kill();
            behavior.leaveAlone();
        }

        @Arbiter
        public void look(Z_Result result) {
            result.r1 = call.result() != null;
            StressProcess.end(behavior.process(), new StressCarrier(behavior));
        }
    }

    /** At the end of a slice. Owner: thread out of its place, then the state. Killer: state, then the thread. */
    @JCStressTest
    @Outcome(id = "false", expect = Expect.ACCEPTABLE, desc = "interrupted in time or not at all")
    @Outcome(expect = Expect.FORBIDDEN, desc = "interrupts a thread that runs another process by now")
    @State
    public static class OwnerPauses {

        private final StressProcess process = StressProcess.ready(QueueKind.MAIN, "first");

        public OwnerPauses() {
            process.carrier.endSlice();
        }

        @Actor
        public void owner() {
            process.run();
        }

        @Actor
        public void killer() {
            process.kill();
        }

        @Arbiter
        public void look(Z_Result result) {
            result.r1 = process.carrier.wasInterruptedLate();
            process.end();
        }
    }

    /** At the end, or when it falls asleep. */
    @JCStressTest
    @Outcome(id = {"false, 0", "false, 1"}, expect = Expect.ACCEPTABLE, desc = "interrupted in time or not at all")
    @Outcome(expect = Expect.FORBIDDEN, desc = "interrupts a thread that runs another process by now")
    @State
    public static class OwnerLeaves {

        private final StressProcess process = StressProcess.ready(QueueKind.MAIN, "first");

        @Actor
        public void owner() {
            process.run();
        }

        @Actor
        public void killer() {
            process.kill();
        }

        @Arbiter
        public void look(ZI_Result result) {
            result.r1 = process.carrier.wasInterruptedLate();
            result.r2 = process.behavior.timesEnded();
            process.end();
        }
    }

    /** While it ends of itself: what executes the terminate callback is not interrupted. */
    @JCStressTest
    @Outcome(id = "false", expect = Expect.ACCEPTABLE, desc = "interrupted before its end or not at all")
    @Outcome(expect = Expect.FORBIDDEN, desc = "interrupts the terminate callback")
    @State
    public static class OwnerEnds {

        private final StressProcess process = StressProcess.ready(QueueKind.MAIN, StressProcess.stop());
        private boolean interrupted;

        @Actor
        public void owner() {
            process.run();
            interrupted = Thread.interrupted();
        }

        @Actor
        public void killer() {
            process.kill();
        }

        @Arbiter
        public void look(Z_Result result) {
            result.r1 = interrupted;
            process.end();
        }
    }
}
