package io.ergo.test;

import java.time.Duration;
import java.util.function.Predicate;

/** Takes what is expected from the inbox of a probe, or fails telling what is there instead. Belongs to the thread of the test. */
record Expected(TestProbe probe, Inbox inbox) {

    /** Takes the next one, which must match. */
    Received next(String what, Duration atMost, Predicate<Received> matching) {
        Received received = any(what, atMost, each -> true);
        if (!matching.test(received)) {
            throw failed(what, "received " + received + others(", then "));
        }
        return received;
    }

    /** Takes the first one that matches; what does not stays. */
    Received any(String what, Duration atMost, Predicate<Received> matching) {
        Received received = inbox.take(matching, atMost);
        if (received == null) {
            throw failed(what + " within " + atMost, "nothing came" + others("; not yet taken is "));
        }
        return received;
    }

    void nothing(Duration duration) {
        if (!inbox.all().isEmpty()) {
            throw failed("nothing for " + duration, "it received " + inbox.all());
        }
    }

    private String others(String lead) {
        return inbox.all().isEmpty() ? "" : lead + inbox.all();
    }

    private AssertionError failed(String what, String found) {
        return new AssertionError(probe + " expected " + what + ", but " + found);
    }
}
