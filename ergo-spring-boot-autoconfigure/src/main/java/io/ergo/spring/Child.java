package io.ergo.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A process in the tree of an {@link ErgoSupervisor}, or a member of an {@link ErgoApplication}. */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Child {

    /** Class of the process: an {@link ErgoActor} or an {@link ErgoSupervisor}. */
    Class<?> value();

    /**
     * Name of the child and of its process; placeholders are resolved. Empty for the name its class gives, and if that
     * gives none for the name of the class with a small first letter.
     */
    String name() default "";

    /** Arguments handed to {@link OnInit}, at each restart too; placeholders are resolved. */
    String[] args() default {};

    /** Whether the normal end of this child ends its supervisor. Not for members of an application. */
    boolean significant() default false;

    /**
     * How long the child has to end when it is asked to, before it is killed, such as {@code 5s}; placeholders are
     * resolved. Empty for the default of supervisors. Not for members of an application.
     */
    String shutdown() default "";

    /**
     * How long restarts of this child wait, with {@code min = "0s"} not at all; as its supervisor says unless set. Not for
     * members of an application.
     */
    RestartBackOff backOff() default @RestartBackOff;
}
