package io.ergo.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * A class whose instances are processes: a prototype bean with one instance for each process. The constructor takes
 * beans; run-time arguments come to {@link OnInit}, messages to {@link OnMessage}, requests to {@link OnCall}, the end
 * to {@link OnTerminate}. Instead of these annotations the class may extend {@code io.ergo.actor.Actor}; the two do not
 * mix. When the process ends the bean is destroyed, {@code @PreDestroy} included.
 *
 * <p>An actor cannot be injected: others reach it by its address, or through {@link ErgoTemplate}. A named actor that
 * is a {@link Child} of no supervisor is started, and restarted whenever it ends, by the application {@code actors}; an
 * unnamed one is started by {@link ErgoTemplate#spawn(Class, Object...)}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public @interface ErgoActor {

    /** Name the process is registered under, never the name of the bean; placeholders are resolved. Empty for none. */
    String name() default "";

    /**
     * Whether exit signals of others than the parent arrive as an {@link io.ergo.MessageExit} in a method with
     * {@link OnMessage} instead of ending the process. Not for classes that extend {@code io.ergo.actor.Actor}.
     */
    boolean trapExit() default false;

    /**
     * How many entries the mailbox takes, and what becomes of those beyond it; no limit unless set. Options given to a spawn
     * stand instead of it.
     */
    MailboxLimit mailbox() default @MailboxLimit;
}
