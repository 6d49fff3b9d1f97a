package io.ergo.engine.mailbox;

import io.ergo.Pid;
import io.ergo.ProcessState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** The end of a process: what came before it is drained, also behind a sender that is between its two steps. */
final class DrainStress {

    private static final Pid SENDER = new Pid("stress@localhost", 1001, 1);

    private DrainStress() {}

    private static final class Word extends StateWord {

        void end() {
            move(INIT, TERMINATED);
        }

        boolean hasEnded() {
            return processState() == ProcessState.TERMINATED;
        }
    }

    /** Owner: the state, then the mailbox. Sender: the mailbox, then the state. */
    @JCStressTest
    @Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "drained, or its sender saw the end")
    @Outcome(expect = Expect.FORBIDDEN, desc = "nobody will answer it")
    @State
    public static class AskAndEnd {

        private final Mailbox mailbox = new Mailbox(0);
        private final Word word = new Word();
        private final Envelope request = new Envelope(SENDER, SENDER, "request");
        private boolean sawTheEnd;
        private boolean drained;

        @Actor
        public void requester() {
            mailbox.offer(request, QueueKind.MAIN, word);
            sawTheEnd = word.hasEnded();
        }

        @Actor
        public void owner() {
            word.end();
            for (Envelope envelope = mailbox.drain(); envelope != null; envelope = mailbox.drain()) {
                drained |= envelope == request;
            }
        }

        @Arbiter
        public void look(Z_Result result) {
            result.r1 = drained || sawTheEnd;
        }
    }

    /** A request that was there before the end, behind a message whose sender may be between its two steps. */
    @JCStressTest
    @Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "drained")
    @Outcome(expect = Expect.FORBIDDEN, desc = "left behind a gap, nobody will answer it")
    @State
    public static class SendAndEnd {

        private final Mailbox mailbox = new Mailbox(0);
        private final Word word = new Word();
        private final Envelope request = new Envelope(SENDER, SENDER, "request");

        @Actor
        public void sender() {
            mailbox.offer(new Envelope(SENDER, SENDER, "message"), QueueKind.MAIN, word);
        }

        @Actor
        public void requesterAndOwner(Z_Result result) {
            mailbox.offer(request, QueueKind.MAIN, word);
            word.end();
            for (Envelope envelope = mailbox.drain(); envelope != null; envelope = mailbox.drain()) {
                result.r1 |= envelope == request;
            }
        }
    }
}
