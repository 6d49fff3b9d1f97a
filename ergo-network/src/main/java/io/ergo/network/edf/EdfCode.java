package io.ergo.network.edf;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What stands for a constant of an enum on the wire. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface EdfCode {

    /** A number or text, as the base of the enum's {@link EdfType} has it. */
    String value();
}
