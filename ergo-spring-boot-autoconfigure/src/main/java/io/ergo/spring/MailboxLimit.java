package io.ergo.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many entries the mailbox of an {@link ErgoActor} takes, and what becomes of those beyond it; see {@link io.ergo.Overflow}. */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface MailboxLimit {

    /** What becomes of a message for which there is no room. */
    enum Policy {

        /** Its sender is told. */
        REJECT,
        /** The oldest entry makes room. */
        DROP_OLDEST,
        /** It goes to the process named by {@link MailboxLimit#fallback}. */
        FALLBACK,
        /** Its sender waits for room, as long as {@link MailboxLimit#atMost} says. */
        AWAIT
    }

    /** How many entries each of the four queues takes, such as {@code 1000}; placeholders are resolved. Empty for no limit. */
    String size() default "";

    /** What becomes of a message for which there is no room. */
    Policy overflow() default Policy.REJECT;

    /** Name of the fallback process; placeholders are resolved. Only for {@link Policy#FALLBACK}. */
    String fallback() default "";

    /** Given to the fallback process with each message. Only for {@link Policy#FALLBACK}. */
    String tag() default "";

    /** How long a sender waits at most, such as {@code 2s}; placeholders are resolved. Only for {@link Policy#AWAIT}. */
    String atMost() default "5s";
}
