package io.ergo.spring;

import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * What a context declares with the annotations of this package, found by bean definitions before any bean is made.
 * Actors and supervisors are taken out of the candidates for injection: an injected one would be an object without a
 * process.
 */
public final class ErgoDefinitions implements BeanFactoryPostProcessor {

    private final Map<String, Class<?>> actors = new LinkedHashMap<>();
    private final Map<String, Class<?>> supervisors = new LinkedHashMap<>();
    private final Map<String, Class<?>> applications = new LinkedHashMap<>();
    private @Nullable ConfigurableListableBeanFactory beans;

    /** Creates it empty. */
    public ErgoDefinitions() {}

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        beans = beanFactory;
        for (String name : beanFactory.getBeanNamesForType(Object.class, true, false)) {
            Class<?> type = beanFactory.getType(name, false);
            if (type != null && beanFactory.containsBeanDefinition(name)) {
                classify(name, ClassUtils.getUserClass(type), beanFactory.getBeanDefinition(name));
            }
        }
    }

    private void classify(String name, Class<?> type, BeanDefinition definition) {
        boolean actor = has(type, ErgoActor.class);
        boolean supervisor = has(type, ErgoSupervisor.class);
        if (actor && supervisor) {
            throw new ErgoSetupException(type.getName() + " is an actor and a supervisor.",
                    "Keep one of @ErgoActor and @ErgoSupervisor.");
        }
        if (actor || supervisor) {
            checkScope(name, type, definition);
            definition.setAutowireCandidate(false);
            (actor ? actors : supervisors).put(name, type);
        }
        if (has(type, ErgoApplication.class)) {
            applications.put(name, type);
        }
    }

    private static void checkScope(String name, Class<?> type, BeanDefinition definition) {
        if (!definition.isPrototype()) {
            throw new ErgoSetupException("The bean '" + name + "' of class " + type.getName()
                    + " is not of scope prototype: its processes would share one object.",
                    "Add @Scope(\"prototype\") to the @Bean method, or let the class be found by component scanning.");
        }
    }

    private static boolean has(Class<?> type, Class<? extends Annotation> annotation) {
        return AnnotatedElementUtils.hasAnnotation(type, annotation);
    }

    /**
     * Returns the classes with {@link ErgoSupervisor} by the names of their beans, in the order of their definitions.
     */
    public Map<String, Class<?>> supervisors() {
        return new LinkedHashMap<>(supervisors);
    }

    /**
     * Returns the classes with {@link ErgoApplication} by the names of their beans, in the order of their definitions.
     */
    public Map<String, Class<?>> applications() {
        return new LinkedHashMap<>(applications);
    }

    /** Returns the actor or supervisor that somebody means who wants an object of the type; empty if there is none. */
    public Optional<Class<?>> processFor(Class<?> wanted) {
        return Stream.of(actors, supervisors).flatMap(types -> types.values().stream())
                .filter(type -> wanted != Object.class && wanted.isAssignableFrom(type)).findFirst();
    }

    /** Returns the classes with {@link ErgoActor} by the names of their beans, in the order of their definitions. */
    Map<String, Class<?>> actors() {
        return actors;
    }

    ConfigurableListableBeanFactory beans() {
        return Objects.requireNonNull(beans, "the context has not processed its bean definitions yet");
    }
}
