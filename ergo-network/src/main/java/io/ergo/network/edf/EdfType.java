package io.ergo.network.edf;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives a record or an enum the name under which it is sent. The types of its components are looked up when it is registered. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EdfType {

    /** The wire name, {@code #package/Name}; for a generic record without its type arguments, which are added. */
    String value();

    /**
     * For types that are no structs on the wire: what they are, as a type expression. An enum needs it, and an {@link EdfCode} on each constant.
     * A record with one component becomes what the component is, for example {@code []int}.
     */
    String base() default "";
}
