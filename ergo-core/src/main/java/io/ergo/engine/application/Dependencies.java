package io.ergo.engine.application;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.ergo.ErgoException;
import io.ergo.Reason;

/** Puts applications into the order of their dependencies. Used by one thread. */
final class Dependencies {

    /**
     * An application that must run first.
     *
     * @param application the application
     * @param path how the one that is started depends on it, for people
     */
    record Step(Application application, String path) {}

    private static final String ARROW = " → ";

    private final Function<String, Optional<Application>> find;
    private final List<String> path = new ArrayList<>();
    private final Set<Application> seen = new LinkedHashSet<>();
    private final List<Step> steps = new ArrayList<>();

    private Dependencies(Function<String, Optional<Application>> find) {
        this.find = find;
    }

    /**
     * Returns what must run before the application, in the order of starts.
     *
     * @param find finds a loaded application
     * @throws ErgoException {@link Reason#APPLICATION_DEPENDS} if one is not loaded, or depends on itself
     */
    static List<Step> of(Application application, Function<String, Optional<Application>> find) {
        Dependencies dependencies = new Dependencies(find);
        dependencies.visit(application);
        dependencies.steps.removeLast(); // the application itself
        return dependencies.steps;
    }

    private void visit(Application application) {
        path.add(application.name());
        for (String needed : application.spec.depends().applications()) {
            if (path.contains(needed)) {
                throw failed("they depend on each other in a circle, " + cycle(needed));
            }
            Optional<Application> found = find.apply(needed);
            if (found.isPresent() && !seen.contains(found.get())) {
                visit(found.get());
            } else if (found.isEmpty() && application.current() == null) { // one that runs has what it needs
                throw failed(String.join(ARROW, path) + ARROW + needed + ", and '" + needed + "' is not loaded");
            }
        }
        seen.add(application);
        steps.add(new Step(application, String.join(ARROW, path)));
        path.removeLast();
    }

    private String cycle(String first) {
        return String.join(ARROW, path.subList(path.indexOf(first), path.size())) + ARROW + first;
    }

    private ErgoException failed(String why) {
        return ErgoException.of(Reason.APPLICATION_DEPENDS, "start of '" + path.getFirst() + "': " + why);
    }

    /** Returns the applications in the order of their stops: each behind all that depend on it, else the last first. */
    static List<Application> stopOrder(List<Application> inOrderOfStart) {
        Set<Application> order = new LinkedHashSet<>();
        List<Application> lastFirst = inOrderOfStart.reversed();
        lastFirst.forEach(application -> stopBehindDependants(application, lastFirst, order, new LinkedHashSet<>()));
        return List.copyOf(order);
    }

    private static void stopBehindDependants(Application application, List<Application> all, Set<Application> order,
            Set<Application> visiting) {
        if (order.contains(application) || !visiting.add(application)) {
            return;
        }
        for (Application other : all) {
            if (other.spec.depends().applications().contains(application.name())) {
                stopBehindDependants(other, all, order, visiting);
            }
        }
        order.add(application);
    }
}
