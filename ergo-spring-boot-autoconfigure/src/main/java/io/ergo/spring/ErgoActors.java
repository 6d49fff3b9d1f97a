package io.ergo.spring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import io.ergo.Behavior;
import io.ergo.ProcessContext;
import io.ergo.spi.ProcessBehavior;
import io.ergo.spi.Supervising;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.convert.ConversionService;

/**
 * The actors of a context, checked and ready to be started as processes. No instance is made before its process starts. Any thread.
 */
public final class ErgoActors {

    private final ConfigurableListableBeanFactory beans;
    private final Map<Class<?>, ActorBean> actors = new LinkedHashMap<>();
    private final CurrentProcess current = new CurrentProcess();
    private final WorkerThread thread;

    /**
     * Reads and checks the actors.
     *
     * @param cleaners called after each message
     * @param mdc whether the MDC is filled for each message
     * @throws ErgoSetupException if one is declared wrongly
     */
    public ErgoActors(ErgoDefinitions definitions, List<ThreadContextCleaner> cleaners, boolean mdc) {
        beans = definitions.beans();
        thread = new WorkerThread(current, cleaners, mdc);
        ConversionService conversion = beans.getConversionService();
        HandlerReader reader = new HandlerReader(
                conversion != null ? conversion : ApplicationConversionService.getSharedInstance());
        ProxyCheck proxies = new ProxyCheck(beans);
        definitions.actors().forEach((name, type) -> {
            ActorBean actor = read(name, type, reader);
            proxies.check(actor);
            ActorBean other = actors.putIfAbsent(type, actor);
            if (other != null) {
                throw new ErgoSetupException(
                        "The actor " + type.getName() + " is defined by two beans, '" + other.beanName() + "' and '"
                                + name + "'.",
                        "Keep one of the two; an actor is chosen by its class.");
            }
        });
    }

    private ActorBean read(String name, Class<?> type, HandlerReader reader) {
        ErgoActor annotation = AnnotatedElementUtils.findMergedAnnotation(type, ErgoActor.class);
        if (annotation == null) {
            throw new IllegalStateException(type + " has lost its annotation");
        }
        boolean behavior = ProcessBehavior.class.isAssignableFrom(type);
        if (behavior && (HandlerReader.hasHandlers(type) || annotation.trapExit())) {
            throw new ErgoSetupException(
                    "The actor " + type.getName() + " is a " + ProcessBehavior.class.getSimpleName()
                            + " with annotated methods or trapExit; the two do not mix.",
                    "Override the methods of the base class, or do not extend it.");
        }
        String processName = Objects.requireNonNullElse(beans.resolveEmbeddedValue(annotation.name()), "");
        return new ActorBean(name, type, processName, annotation.trapExit(), behavior ? null : reader.read(type));
    }

    /** Returns the name of the process of each actor, empty for none, in the order of their definitions. */
    public Map<Class<?>, String> processNames() {
        Map<Class<?>, String> names = new LinkedHashMap<>();
        actors.forEach((type, actor) -> names.put(type, actor.processName()));
        return names;
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
                    "Annotate it with @ErgoActor and make sure that its package is scanned. Known are "
                            + actors.keySet() + ".");
        }
        return Supervising.class.isAssignableFrom(type) ? () -> new BeanBehavior.Supervisor(actor, beans, thread)
                : () -> new BeanBehavior(actor, beans, thread);
    }

    @Nullable ProcessContext current() {
        return current.get();
    }
}
