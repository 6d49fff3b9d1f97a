package io.ergo.spring.boot.autoconfigure;

import io.ergo.spring.ErgoDefinitions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;

/** Explains that an actor cannot be injected, instead of "no such bean". */
final class InjectedActorFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException>
        implements
            Ordered {

    private final BeanFactory beans;

    InjectedActorFailureAnalyzer(BeanFactory beans) {
        this.beans = beans;
    }

    /** Before Spring Boot's own, which knows less. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause,
            @Nullable String description) {
        ResolvableType wanted = cause.getResolvableType();
        if (wanted == null || !(beans instanceof ConfigurableListableBeanFactory factory)
                || factory.getBeanNamesForType(ErgoDefinitions.class, true, false).length == 0) {
            return null;
        }
        ErgoDefinitions definitions = new ErgoDefinitions(); // the one of the context was destroyed when the start failed
        definitions.postProcessBeanFactory(factory);
        return definitions.processFor(wanted.toClass()).map(actor -> new FailureAnalysis(
                (description != null ? description : "A bean") + " wants " + wanted.toClass().getName()
                        + " injected, but "
                        + (actor == wanted.toClass() ? "it" : actor.getName())
                        + " is an actor: its objects belong to processes, "
                        + "and one without a process would handle nothing.",
                "Send to the process instead: inject ErgoTemplate and use the name of the process, such as "
                        + "template.call(\"name\", request), or start one with template.spawn(" + actor.getSimpleName()
                        + ".class).",
                cause)).orElse(null);
    }
}
