package io.ergo.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.ergo.ApplicationSpec;
import io.ergo.Behavior;
import io.ergo.SupervisorType;
import io.ergo.actor.ChildSpec;
import io.ergo.actor.SupervisorSpec;
import io.ergo.spring.Child;
import io.ergo.spring.ErgoActors;
import io.ergo.spring.ErgoDefinitions;
import io.ergo.spring.ErgoSetupException;
import io.ergo.spring.ErgoSupervisor;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Turns annotations into specifications of supervisors and their children, nested ones included; configuration
 * overrides them. Notes which classes stand in a tree. Used while the context starts, by one thread.
 */
final class SupervisionTrees {

    private final ErgoActors actors;
    private final AnnotationValues values;
    private final Map<String, ErgoProperties.Supervisor> overrides;
    private final Map<Class<?>, String> supervisorBeans = new HashMap<>();
    private final ProcessNames names = new ProcessNames("processes");
    private final Set<Class<?>> planted = new HashSet<>();
    private final Set<String> supervisorNames = new HashSet<>();
    private final List<Class<?>> path = new ArrayList<>();

    SupervisionTrees(ErgoDefinitions definitions, ErgoActors actors, Environment environment,
            Map<String, ErgoProperties.Supervisor> overrides) {
        this.actors = actors;
        this.values = new AnnotationValues(environment);
        this.overrides = overrides;
        definitions.supervisors().forEach((bean, type) -> supervisorBeans.put(type, bean));
    }

    /** Returns whether the class stands in a tree that was built. */
    boolean contains(Class<?> type) {
        return planted.contains(type);
    }

    /** Notes that the class and all below it stand in a tree that is not built, because it is disabled. */
    void reserve(Class<?> type) {
        if (planted.add(type) && isSupervisor(type)) {
            supervisorNames.add(supervisorName(type));
            childrenOf(type).forEach(this::reserve);
        }
    }

    static Stream<Class<?>> childrenOf(Class<?> supervisor) {
        return Arrays.stream(annotation(supervisor).children()).map(Child::value);
    }

    void warnOfUnknown() {
        ProcessNames.warnOfUnknown("ergo.supervisors", overrides.keySet(), supervisorNames);
    }

    ProcessNames names() {
        return names;
    }

    boolean isSupervisor(Class<?> type) {
        return supervisorBeans.containsKey(type);
    }

    /** Returns a member of an application. */
    ApplicationSpec.Member member(Child child, String application) {
        String member = "member " + child.value().getName() + " of the application '" + application + "'";
        if (child.significant() || !child.shutdown().isEmpty()
                || values.backOff(child.backOff(), "The backOff of " + member) != null) {
            throw new ErgoSetupException("The " + member + " sets significant, shutdown or backOff.",
                    "Members are not supervised: remove it, or put a supervisor between.");
        }
        String name = nameOf(child);
        names.give(name, child.value().getName() + " in the application '" + application + "'");
        return new ApplicationSpec.Member(name, factory(child.value(), name, "the application '" + application + "'"),
                actors.options(child.value()), values.args(child));
    }

    /** Returns the supervisor as the member of an application. */
    ApplicationSpec.Member member(Class<?> supervisor, String application) {
        String name = supervisorName(supervisor);
        names.give(name, supervisor.getName() + " in the application '" + application + "'");
        return ApplicationSpec.member(name, supervisor(supervisor, name));
    }

    /** Returns a process that is the child of nobody else as a child. */
    ChildSpec orphan(Class<?> type, String name) {
        names.give(name, type.getName());
        return ChildSpec.of(name, factory(type, name, "nobody")).withOptions(actors.options(type));
    }

    String supervisorName(Class<?> type) {
        String name = values.text(annotation(type).name());
        return name.isEmpty() ? AnnotationValues.defaultName(type) : name;
    }

    private Supplier<Behavior> factory(Class<?> type, String name, String parent) {
        planted.add(type);
        if (isSupervisor(type)) {
            return supervisor(type, name);
        }
        if (actors.contains(type)) {
            return actors.factory(type);
        }
        throw new ErgoSetupException(
                type.getName() + " is a child of " + parent
                        + ", but neither an actor nor a supervisor of this context.",
                "Annotate it with @ErgoActor or @ErgoSupervisor, and make sure that its package is scanned.");
    }

    private Supplier<Behavior> supervisor(Class<?> type, String name) {
        if (path.contains(type)) {
            throw new ErgoSetupException("The supervisor " + type.getName() + " is a descendant of itself: "
                    + String.join(" > ", path.stream().map(ClassUtils::getShortName).toList()) + " > "
                    + ClassUtils.getShortName(type) + ".",
                    "Take it out of its own tree.");
        }
        planted.add(type);
        path.add(type);
        try {
            return actors.supervisor(Objects.requireNonNull(supervisorBeans.get(type)), type, spec(type, name));
        } finally {
            path.removeLast();
        }
    }

    private SupervisorSpec spec(Class<?> type, String name) {
        ErgoSupervisor declared = annotation(type);
        if (declared.children().length == 0) {
            throw new ErgoSetupException("The supervisor " + type.getName() + " has no children.",
                    "Name at least one with @Child.");
        }
        ChildSpec[] children = Arrays.stream(declared.children()).map(child -> child(child, type, declared.type()))
                .toArray(ChildSpec[]::new);
        return configured(name, SupervisorSpec.of(declared.type(), children).withStrategy(declared.restart())
                .withIntensity(declared.intensity(),
                        values.duration(declared.period(), "The period of " + type.getName()))
                .withBackOff(values.backOff(declared.backOff(), "The backOff of " + type.getName())));
    }

    /** Returns the supervisor as the configuration of its name wants it. */
    SupervisorSpec configured(String name, SupervisorSpec spec) {
        supervisorNames.add(name);
        ErgoProperties.Supervisor override = overrides.getOrDefault(name,
                new ErgoProperties.Supervisor(null, null, null, null));
        return spec.withStrategy(Objects.requireNonNullElse(override.restart(), spec.strategy())).withIntensity(
                Objects.requireNonNullElse(override.intensity(), spec.intensity()),
                Objects.requireNonNullElse(override.period(), spec.period()))
                .withBackOff(override.backOff() == null ? spec.backOff()
                        : override.backOff().over(spec.backOff(), name));
    }

    private ChildSpec child(Child child, Class<?> supervisor, SupervisorType type) {
        String name = nameOf(child);
        ChildSpec spec = ChildSpec.of(name, factory(child.value(), name, supervisor.getName()))
                .withOptions(actors.options(child.value())).withArgs(values.args(child))
                .withSignificant(child.significant());
        if (type != SupervisorType.SIMPLE_ONE_FOR_ONE) { // whose instances have no names
            names.give(name, child.value().getName() + " below " + supervisor.getName());
        }
        String of = " of child '" + name + "' of " + supervisor.getName();
        return (child.shutdown().isEmpty() ? spec
                : spec.withShutdown(values.duration(child.shutdown(), "The shutdown" + of)))
                .withBackOff(values.backOff(child.backOff(), "The backOff" + of));
    }

    private String nameOf(Child child) {
        String name = values.text(child.name());
        if (name.isEmpty()) {
            name = isSupervisor(child.value()) ? supervisorName(child.value())
                    : actors.processNames().getOrDefault(child.value(), "");
        }
        return name.isEmpty() ? AnnotationValues.defaultName(child.value()) : name;
    }

    private static ErgoSupervisor annotation(Class<?> type) {
        return Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(type, ErgoSupervisor.class));
    }
}
