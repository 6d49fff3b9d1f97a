package io.ergo.spi;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Who waits is woken or sees the result, and the first result counts. */
final class WaiterStress {

    private WaiterStress() {}

    /** The store-load pair of {@link Waiter}: result then sleeper on one side, sleeper then result on the other. */
    @JCStressTest
    @Outcome(id = {"true, false", "false, true", "true, true"}, expect = Expect.ACCEPTABLE, desc = "woken, or seen")
    @Outcome(id = "false, false", expect = Expect.FORBIDDEN, desc = "sleeps for ever")
    @State
    public static class CompleteAndSleep {

        private final Waiter waiter = new Waiter(0);
        private boolean woken;

        @Actor
        public void complete() {
            waiter.complete("done");
        }

        @Actor
        public void sleep(ZZ_Result result) {
            waiter.sleeper(() -> woken = true);
            result.r2 = waiter.result() != null;
        }

        @Arbiter
        public void look(ZZ_Result result) {
            result.r1 = woken;
        }
    }

    /** A response and a deadline at the same time. */
    @JCStressTest
    @Outcome(id = {"true, false", "false, true"}, expect = Expect.ACCEPTABLE, desc = "one of the two")
    @Outcome(expect = Expect.FORBIDDEN, desc = "both or none, or the result is not the winner's")
    @State
    public static class FirstResult {

        private final Waiter waiter = new Waiter(0);
        private boolean first;
        private boolean second;

        @Actor
        public void answer() {
            first = waiter.complete("answer");
        }

        @Actor
        public void expire() {
            second = waiter.complete(Waiter.TIMED_OUT);
        }

        @Arbiter
        public void look(ZZ_Result result) {
            @Nullable Object seen = waiter.result();
            result.r1 = first && "answer".equals(seen);
            result.r2 = second && Waiter.TIMED_OUT.equals(seen);
        }
    }
}
