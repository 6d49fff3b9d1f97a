package io.ergo.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How long restarts wait, on an {@link ErgoSupervisor} for all its children, on a {@link Child} for this one: first
 * {@link #min}, then {@link #factor} times as long for each further restart in a row, at most {@link #max}.
 */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RestartBackOff {

    /**
     * The first pause, such as {@code 500ms}; placeholders are resolved. {@code 0s} for restarts at once, whatever the
     * supervisor of a child says. Empty if nothing is said; then the rest must not be said either.
     */
    String min() default "";

    /** The longest pause, such as {@code 1m}; placeholders are resolved. */
    String max() default "1m";

    /** By how much each pause is longer than the one before. */
    double factor() default 2;

    /** The share of a pause that is left to chance, 0 to 1. */
    double jitter() default 0.2;
}
