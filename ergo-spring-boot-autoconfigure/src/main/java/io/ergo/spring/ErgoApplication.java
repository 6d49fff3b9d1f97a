package io.ergo.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.ergo.ApplicationMode;
import org.springframework.stereotype.Component;

/**
 * A named group of processes that are started and stopped together with the context. With an {@link ErgoSupervisor} on
 * the same class that one is its only member; otherwise {@link #members()} names them. A class that implements
 * {@code io.ergo.ApplicationSpec.Callbacks} is told of start and end. Configuration below {@code ergo.applications}
 * overrides what is written here.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Component
public @interface ErgoApplication {

    /** Name of the application, in a name space of its own; placeholders are resolved. */
    String name();

    /** Informational. */
    String description() default "";

    /** What the end of a member means for the application. */
    ApplicationMode mode() default ApplicationMode.TEMPORARY;

    /** The members in the order of their start. Not together with an {@link ErgoSupervisor} on the same class. */
    Child[] members() default {};
}
