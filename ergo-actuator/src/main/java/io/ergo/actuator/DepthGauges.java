package io.ergo.actuator;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;

/** The two gauges of one behaviour's mailboxes. One thread at a time writes, any thread reads. */
final class DepthGauges {

    private final Registration registration;
    private final Meter sum;
    private final Meter deepest;
    private volatile MailboxDepths.Depth depth = MailboxDepths.Depth.NONE;

    DepthGauges(Registration registration, String behavior) {
        this.registration = registration;
        Tags tags = Tags.of("behavior", behavior);
        this.sum = registration.gauge("ergo.mailbox.depth",
                "Messages that wait in the mailboxes of all processes of a behaviour", tags,
                this, gauges -> gauges.depth.sum());
        this.deepest = registration.gauge("ergo.mailbox.depth.max",
                "Messages that wait in the fullest mailbox of the processes of a behaviour", tags, this,
                gauges -> gauges.depth.deepest());
    }

    void show(MailboxDepths.Depth latest) {
        depth = latest;
    }

    void remove() {
        registration.remove(sum);
        registration.remove(deepest);
    }
}
