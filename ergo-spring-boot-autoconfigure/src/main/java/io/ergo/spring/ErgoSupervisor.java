package io.ergo.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.ergo.RestartStrategy;
import io.ergo.SupervisorType;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * A process that starts other processes and restarts those that fail. On the class of an {@link ErgoApplication} it is
 * the application's one member; elsewhere it is the {@link Child} of another supervisor, or, if it is that of none, of
 * the application {@code actors}. Configuration below {@code ergo.supervisors} overrides what is written here.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public @interface ErgoSupervisor {

    /**
     * Name the supervisor is registered under; placeholders are resolved. Empty for the name of the class with a small
     * first letter.
     */
    String name() default "";

    /** Which children are restarted when one fails. */
    SupervisorType type() default SupervisorType.ONE_FOR_ONE;

    /** When a child is restarted. */
    RestartStrategy restart() default RestartStrategy.TRANSIENT;

    /** How many restarts are allowed within the period; one more ends the supervisor. */
    int intensity() default 5;

    /** Sliding window of the intensity, such as {@code 5s}; placeholders are resolved. */
    String period() default "5s";

    /** How long restarts wait; they do not unless set. A {@link Child} may have pauses of its own. */
    RestartBackOff backOff() default @RestartBackOff;

    /** The children in the order of their start. */
    Child[] children();
}
