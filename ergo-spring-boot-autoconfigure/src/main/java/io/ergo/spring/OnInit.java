package io.ergo.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method of an {@link ErgoActor} that starts its process, at most one. If it throws, the start fails and the bean
 * is destroyed.
 *
 * <p>It may take the {@link io.ergo.Args}, the {@link io.ergo.ProcessContext}, and single arguments: its other
 * parameters get the arguments in order, converted by Spring if they are of another type
 * ({@code @OnInit void start(String host, Duration every)}). Missing, superfluous and unfitting arguments fail the
 * start.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface OnInit {}
