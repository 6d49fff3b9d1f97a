package io.ergo.spring;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import io.ergo.Behavior;
import io.ergo.ProcessContext;
import io.ergo.SpawnOptions;
import io.ergo.actor.SupervisorSpec;
import io.ergo.spi.ProcessBehavior;
import io.ergo.spi.Supervising;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.convert.ConversionService;

/**
 * The actors of a context, checked and ready to be started as processes. No instance is made before its process starts.
 * Any thread.
 */
public final class ErgoActors {

    private final ConfigurableListableBeanFactory beans;
    private final Map<Class<?>, ActorBean> actors = new LinkedHashMap<>();
    private final Map<Class<?>, String> processNames = new LinkedHashMap<>();
    private final Map<Class<?>, SpawnOptions> options = new LinkedHashMap<>();
    private final MailboxOptions mailboxes;
    private final CurrentProcess current = new CurrentProcess();
    private final WorkerThread thread;
    private final HandlerReader reader;
    private final ProxyCheck proxies;

    /**
     * Reads and checks the actors.
     *
     * @param cleaners called after each message
     * @param mdc whether the MDC is filled for each message
     * @throws ErgoSetupException if one is declared wrongly
     */
    public ErgoActors(ErgoDefinitions definitions, List<ThreadContextCleaner> cleaners, boolean mdc) {
        beans = definitions.beans();
        mailboxes = new MailboxOptions(beans);
        thread = new WorkerThread(current, cleaners, mdc);
        ConversionService conversion = beans.getConversionService();
        reader = new HandlerReader(
                conversion != null ? conversion : ApplicationConversionService.getSharedInstance());
        proxies = new ProxyCheck(beans);
        definitions.actors().forEach(this::add);
    }

    private void add(String beanName, Class<?> type) {
        ErgoActor annotation = AnnotatedElementUtils.findMergedAnnotation(type, ErgoActor.class);
        if (annotation == null) {
            throw new IllegalStateException(type + " has lost its annotation");
        }
        ActorBean other = actors.put(type, checked(beanName, type, annotation.trapExit()));
        if (other != null) {
            throw new ErgoSetupException(
                    "The actor " + type.getName() + " is defined by two beans, '" + other.beanName() + "' and '"
                            + beanName + "'.",
                    "Keep one of the two; an actor is chosen by its class.");
        }
        options.put(type, mailboxes.of(type, annotation.mailbox()));
        processNames.put(type, Objects.requireNonNullElse(beans.resolveEmbeddedValue(annotation.name()), ""));
    }

    private ActorBean checked(String beanName, Class<?> type, boolean trapExit) {
        ActorBean actor;
        if (ProcessBehavior.class.isAssignableFrom(type)) {
            if (trapExit || HandlerReader.hasHandlers(type)) {
                throw new ErgoSetupException(
                        "The actor " + type.getName() + " extends a behaviour and has annotated methods or trapExit.",
                        "Override the methods of the base class, or do not extend it; the two do not mix.");
            }
            actor = new ActorBean(beanName, type, ProcessBehavior.class::cast, List.of());
        } else {
            HandlerTable table = reader.actor(type);
            actor = new ActorBean(beanName, type, bean -> new HandlerActor(bean, table, trapExit), table.methods());
        }
        proxies.check(actor);
        return actor;
    }

    /** Returns the process name of each actor, empty for none, in the order of their definitions. */
    public Map<Class<?>, String> processNames() {
        return Collections.unmodifiableMap(processNames);
    }

    /** Returns the options the actor declares, the defaults for any other class. */
    public SpawnOptions options(Class<?> type) {
        return options.getOrDefault(type, SpawnOptions.defaults());
    }

    /** Returns whether the class is an actor of this context. */
    public boolean contains(Class<?> type) {
        return actors.containsKey(type);
    }

    /**
     * Returns what makes the behaviour of a process; each makes a new bean.
     *
     * @throws ErgoSetupException if the class is not an actor of this context
     */
    public Supplier<Behavior> factory(Class<?> type) {
        ActorBean actor = actors.get(type);
        if (actor == null) {
            throw new ErgoSetupException(type.getName() + " is not an actor of this context.",
                    "Annotate it with @ErgoActor and make sure that its package is scanned. The actors are "
                            + String.join(", ", actors.keySet().stream().map(Class::getName).toList()) + ".");
        }
        return Supervising.class.isAssignableFrom(type) ? () -> new BeanBehavior.Supervisor(actor, beans, thread)
                : () -> new BeanBehavior(actor, beans, thread);
    }

    /**
     * Returns what makes the behaviour of a supervisor.
     *
     * @param beanName name of the bean definition of a class with {@link ErgoSupervisor}
     * @param type that class
     * @param spec what it supervises
     */
    public Supplier<Behavior> supervisor(String beanName, Class<?> type, SupervisorSpec spec) {
        if (ProcessBehavior.class.isAssignableFrom(type)) {
            throw new ErgoSetupException(
                    "The supervisor " + type.getName() + " is declared by @ErgoSupervisor and extends a behaviour.",
                    "Remove one of the two; what extends io.ergo.actor.Supervisor is an @ErgoActor.");
        }
        HandlerTable table = reader.supervisor(type);
        Function<Object, ProcessBehavior> behaviors = bean -> new DeclaredSupervisor(bean, table, spec);
        ActorBean supervisor = new ActorBean(beanName, type, behaviors, table.methods());
        proxies.check(supervisor);
        return () -> new BeanBehavior.Supervisor(supervisor, beans, thread);
    }

    /** Returns whether the calling thread runs a process of this context. */
    public boolean isInProcess() {
        return current.get() != null;
    }

    /** Returns the process that the calling thread runs, null if it runs none of this context. */
    @Nullable ProcessContext current() {
        return current.get();
    }
}
