package io.ergo.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.ergo.ApplicationMode;
import io.ergo.LogLevel;
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

    /** Informational; placeholders are resolved. */
    String description() default "";

    /** Release of the application, such as 1.2.0; placeholders are resolved. */
    String version() default "";

    /** How much of the work it takes, compared with its instances on other nodes. */
    int weight() default 0;

    /** Marks to choose an instance by, such as a colour or a zone; placeholders are resolved. */
    String[] tags() default {};

    /** Who plays which part, each as {@code role=process}; placeholders are resolved. */
    String[] map() default {};

    /** Names of the applications that are started before it, in this order; placeholders are resolved. */
    String[] dependsOn() default {};

    /** What the end of a member means for the application. */
    ApplicationMode mode() default ApplicationMode.TEMPORARY;

    /** From which level on its processes log; the default is the level of the node. */
    LogLevel logLevel() default LogLevel.DEFAULT;

    /** The members in the order of their start. Not together with an {@link ErgoSupervisor} on the same class. */
    Child[] members() default {};
}
