package io.ergo.engine.mailbox;

import java.util.ArrayList;
import java.util.List;

import io.ergo.MailboxDepth;
import io.ergo.MessageExitPid;
import io.ergo.Overflow;
import io.ergo.Pid;
import io.ergo.Reason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailboxTest {

    private static final Pid PID = new Pid("a@localhost", 1001, 1);

    private final State state = new State();

    private static final class State extends StateWord {

        int now() {
            return stateAcquire();
        }
    }

    private static Envelope envelope(Object message) {
        return new Envelope(PID, PID, message);
    }

    private static ExitEnvelope exit() {
        return new ExitEnvelope(PID, PID, new MessageExitPid(PID, Reason.NORMAL));
    }

    private Envelope poll(Mailbox mailbox) {
        for (int i = 0; i < 4; i++) { // a lowered flag answers null once
            Envelope envelope = mailbox.pollAny(state, state.now());
            if (envelope != null) {
                return envelope;
            }
        }
        return mailbox.pollMain();
    }

    @Test
    void poll_mixedQueues_takesUrgentSystemMainLogInThatOrder() {
        Mailbox mailbox = new Mailbox(0);
        mailbox.offer(envelope("log"), QueueKind.LOG, state);
        mailbox.offer(envelope("main"), QueueKind.MAIN, state);
        mailbox.offer(envelope("system"), QueueKind.SYSTEM, state);
        mailbox.offer(envelope("urgent"), QueueKind.URGENT, state);

        List<Object> order = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            order.add(poll(mailbox).message());
        }

        assertThat(order).containsExactly("urgent", "system", "main", "log");
    }

    @Test
    void poll_urgentArrivesInBetween_isTakenNext() {
        Mailbox mailbox = new Mailbox(0);
        mailbox.offer(envelope("system 1"), QueueKind.SYSTEM, state);
        mailbox.offer(envelope("system 2"), QueueKind.SYSTEM, state);

        assertThat(poll(mailbox).message()).isEqualTo("system 1");
        mailbox.offer(envelope("urgent"), QueueKind.URGENT, state);

        assertThat(poll(mailbox).message()).isEqualTo("urgent");
        assertThat(poll(mailbox).message()).isEqualTo("system 2");
    }

    @Test
    void offer_limitedMailbox_boundsEachQueueBySelf() {
        Mailbox mailbox = new Mailbox(1);
        for (QueueKind kind : QueueKind.values()) {
            assertThat(mailbox.offer(envelope(kind), kind, state)).isTrue();
            assertThat(mailbox.offer(envelope(kind), kind, state)).as("second into %s", kind).isFalse();
        }
        assertThat(mailbox.depth().total()).isEqualTo(4);
    }

    @Test
    void offer_exitSignalIntoFullUrgentQueue_isNeverRefused() {
        Mailbox mailbox = new Mailbox(1);
        mailbox.offer(envelope("urgent"), QueueKind.URGENT, state);

        assertThat(mailbox.offer(exit(), QueueKind.URGENT, state)).isTrue();
        assertThat(mailbox.offer(exit(), QueueKind.URGENT, state)).isTrue();
        assertThat(mailbox.depth().urgent()).isEqualTo(3);
    }

    @Test
    void drain_allQueues_returnsEverythingThatWaits() {
        Mailbox mailbox = new Mailbox(0);
        for (QueueKind kind : QueueKind.values()) {
            mailbox.offer(envelope(kind), kind, state);
        }

        int drained = 0;
        while (mailbox.drain() != null) {
            drained++;
        }

        assertThat(drained).isEqualTo(4);
        assertThat(mailbox.depth().total()).isZero();
        assertThat(mailbox.taken()).isEqualTo(4);
    }

    @Test
    void clear_handledEnvelope_tellsThatItIsNoLongerValid() {
        Envelope envelope = envelope("kept too long");
        envelope.clear();

        assertThatThrownBy(envelope::message).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("keep its message");
    }

    @Test
    void handled_ofAnyQueue_isTheEnvelopeThatIsNotClearedYet() {
        for (QueueKind kind : QueueKind.values()) {
            Mailbox mailbox = new Mailbox(0);
            assertThat(mailbox.handled()).as("never used").isNull();
            mailbox.offer(envelope("first"), kind, state);
            mailbox.offer(envelope("second"), kind, state);
            assertThat(mailbox.handled()).as("nothing taken from %s", kind).isNull();

            Envelope taken = poll(mailbox);
            assertThat(mailbox.handled()).as("taken from %s", kind).isSameAs(taken);

            taken.clear();
            assertThat(mailbox.handled()).as("handled").isNull();
            assertThat(poll(mailbox)).isSameAs(mailbox.handled());
        }
    }

    @Test
    void depth_countedNoFurther_stopsThere() {
        Mailbox mailbox = new Mailbox(0);
        for (int i = 0; i < 5; i++) {
            mailbox.offer(envelope(i), QueueKind.MAIN, state);
            mailbox.offer(envelope(i), QueueKind.SYSTEM, state);
        }

        assertThat(mailbox.depth(3)).isEqualTo(new MailboxDepth(3, 3, 0, 0));
        assertThat(mailbox.depth(10)).isEqualTo(mailbox.depth());
    }

    @Test
    void handled_othersAreDroppedMeanwhile_isStillTheOneTaken() {
        for (QueueKind kind : QueueKind.values()) {
            Mailbox mailbox = new Mailbox(1, Overflow.dropOldest());
            mailbox.offer(envelope("handled"), kind, state);
            Envelope taken = poll(mailbox);
            mailbox.offer(envelope("dropped"), kind, state);

            assertThat(mailbox.offerDropping(envelope("kept"), kind, state).message()).isEqualTo("dropped");

            assertThat(mailbox.handled()).as("taken from %s", kind).isSameAs(taken);
            assertThat(mailbox.taken()).isEqualTo(1);
            assertThat(mailbox.depth().total()).isEqualTo(1);
            taken.clear();
            assertThat(mailbox.handled()).isNull();
            assertThat(poll(mailbox).message()).isEqualTo("kept");
            assertThat(mailbox.taken()).isEqualTo(2);
        }
    }
}
