package io.ergo.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of an {@link ErgoActor} that answers requests; chosen like {@link OnMessage}. Besides the request it may
 * take the requester ({@link io.ergo.Pid}), the {@link io.ergo.Ref} of the request, the {@link io.ergo.ProcessContext}
 * and a {@link ReplyTo}.
 *
 * <p>What it returns is the answer; an {@link io.ergo.Reply} decides more than that; a
 * {@link java.util.concurrent.CompletionStage} answers when it completes. Only a method with a {@link ReplyTo} may
 * return nothing. If it throws, the process ends and the requester is told at once.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface OnCall {}
