package io.ergo.network.edf;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The type of a component on the wire where it is not the one that its Java type has by itself, for example {@code uint16} or {@code atom}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface EdfField {

    /** The type expression. */
    String value();
}
