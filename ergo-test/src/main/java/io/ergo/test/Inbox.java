package io.ergo.test;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** What a probe received and nobody has taken yet, in order. The probe's process puts, the thread of the test does all else. */
interface Inbox {

    /** Process. */
    void put(Received received);

    /** Takes the first one that matches, waiting for it as long as given at most; null if none came. */
    @Nullable Received take(Predicate<Received> matching, Duration atMost);

    /** Returns all in order. */
    List<Received> all();

    /** Forgets all. */
    void clear();

    /** Removes the first one that matches; null if there is none. */
    static @Nullable Received remove(List<Received> waiting, Predicate<Received> matching) {
        for (Iterator<Received> each = waiting.iterator(); each.hasNext();) {
            Received received = each.next();
            if (matching.test(received)) {
                each.remove();
                return received;
            }
        }
        return null;
    }
}
