package io.ergo.engine.mailbox;

import io.ergo.Pid;
import io.ergo.spi.Waiter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PatientQueueTest {

    private static final Pid PID = new Pid("a@localhost", 1001, 1);

    private final PatientQueue queue = new PatientQueue(1);

    private static Envelope envelope(Object message) {
        return new Envelope(PID, PID, message);
    }

    private Waiter entered() {
        Waiter waiter = new Waiter(0);
        queue.enter(waiter);
        return waiter;
    }

    @Test
    void poll_severalWait_wakesTheFirst() {
        queue.offer(envelope("fills"));
        Waiter first = entered();
        Waiter second = entered();

        queue.poll();

        assertThat(first.result()).isNotNull();
        assertThat(second.result()).isNull();
    }

    @Test
    void leave_takenOutInsteadOfOneThatWaits_wakesThatOne() {
        queue.offer(envelope("fills"));
        Waiter patient = entered();
        Waiter slow = entered();
        queue.poll();
        assertThat(patient.result()).isNotNull();
        assertThat(queue.offer(envelope("of the slow one"))).isTrue();
        Waiter again = entered();
        assertThat(queue.offer(envelope("of the patient one"))).isFalse();
        queue.poll();
        assertThat(again.result()).as("the slow one was before it").isNull();

        queue.leave(slow);

        assertThat(again.result()).isNotNull();
    }

    @Test
    void leave_wokenButTheQueueIsFull_wakesNobody() {
        queue.offer(envelope("fills"));
        Waiter slow = entered();
        Waiter patient = entered();
        queue.poll();
        assertThat(queue.offer(envelope("of the slow one"))).isTrue();

        queue.leave(slow);

        assertThat(patient.result()).isNull();
        queue.poll();
        assertThat(patient.result()).isNotNull();
    }

    @Test
    void leave_notWoken_isForgottenByThePoll() {
        queue.offer(envelope("fills"));
        Waiter gone = entered();
        Waiter patient = entered();

        queue.leave(gone);
        queue.poll();

        assertThat(patient.result()).isNotNull();
    }
}
