package io.ergo.conformance;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs on the threaded dispatcher and again in simulation, there once more with {@link TardyTasks}, each time in a fresh
 * {@link World}. With the system property {@code ergo.seed} the simulation runs with that seed alone.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(DispatchersExtension.class)
@interface BothDispatchers {

    /** How often the test runs on threads. */
    int rounds() default 1;

    /** With how many seeds the test runs in simulation. */
    int seeds() default 1;
}
