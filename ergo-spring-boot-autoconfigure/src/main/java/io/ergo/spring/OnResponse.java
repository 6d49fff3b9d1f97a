package io.ergo.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of an {@link ErgoActor} that handles what came of requests it made without waiting
 * ({@link io.ergo.ProcessContext#request}). An answer is handled by the method for its class, chosen like
 * {@link OnMessage}; a failure by the one for {@link io.ergo.Reason}; what has no such method, and an answer that is
 * null, by the one for {@link io.ergo.Response}. Besides that it may take the {@link io.ergo.Ref} that the request
 * returned and the {@link io.ergo.ProcessContext}. It returns nothing. If it throws, the process ends.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface OnResponse {}
