package io.ergo.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of an {@link ErgoActor} that handles messages. The type of its one parameter that is no {@link io.ergo.Pid}
 * (the sender) or {@link io.ergo.ProcessContext} decides which: of several methods the one for the exact class is
 * taken, then the one for the nearest superclass, then the one for an interface, then the one for {@code Object}. Two
 * unrelated interfaces that both match are an error.
 *
 * <p>Whoever handles one case of a sealed type handles all of its cases, or has a method for the rest: otherwise the
 * context does not start. The method returns nothing. It may be package-private, but not private and not static. If it
 * throws, the process ends.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface OnMessage {}
