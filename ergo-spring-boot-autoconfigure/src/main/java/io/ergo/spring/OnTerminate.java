package io.ergo.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method of an {@link ErgoActor} that is told of the end of its process, at most one. It may take the
 * {@link io.ergo.Reason}, in full, and the {@link io.ergo.ProcessContext}, with which sending is all that is still
 * allowed. Exceptions are logged. The bean is destroyed afterwards.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface OnTerminate {}
