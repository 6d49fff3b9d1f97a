package io.ergo.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.ergo.ApplicationMode;
import io.ergo.ApplicationSpec;
import io.ergo.RestartStrategy;
import io.ergo.SupervisorType;
import io.ergo.actor.ChildSpec;
import io.ergo.actor.Supervisor;
import io.ergo.actor.SupervisorSpec;
import io.ergo.spring.ErgoActors;
import io.ergo.spring.ErgoDefinitions;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * What stands in no tree of the context: supervisors, named actors, and beans of type {@link ChildSpec}. They are the
 * children of one supervisor in an application of their own. Used while the context starts, after all other trees were
 * built.
 */
final class Orphans {

    /** Name of the application. */
    static final String APPLICATION = "actors";

    /** Name of its supervisor. */
    static final String SUPERVISOR = "actors.sup";

    private final ErgoDefinitions definitions;
    private final ErgoActors actors;
    private final SupervisionTrees trees;
    private final ListableBeanFactory beans;

    Orphans(ErgoDefinitions definitions, ErgoActors actors, SupervisionTrees trees, ListableBeanFactory beans) {
        this.definitions = definitions;
        this.actors = actors;
        this.trees = trees;
        this.beans = beans;
    }

    /** Returns the application of the orphans, empty if there are none. */
    Optional<ApplicationSpec> application() {
        List<ChildSpec> children = new ArrayList<>();
        supervisors(children);
        actors.processNames().forEach((type, name) -> {
            if (!name.isEmpty() && !trees.contains(type)) {
                children.add(trees.orphan(type, name));
            }
        });
        beans.getBeanProvider(ChildSpec.class).orderedStream().forEach(child -> {
            trees.names().give(child.name(), "a bean of type ChildSpec");
            children.add(child);
        });
        return children.isEmpty() ? Optional.empty() : Optional.of(application(children));
    }

    private ApplicationSpec application(List<ChildSpec> children) {
        trees.names().give(SUPERVISOR, "the actors that stand in no tree");
        SupervisorSpec spec = trees.configured(SUPERVISOR, SupervisorSpec
                .of(SupervisorType.ONE_FOR_ONE, children.toArray(ChildSpec[]::new))
                .withStrategy(RestartStrategy.PERMANENT));
        return ApplicationSpec.of(APPLICATION, ApplicationSpec.member(SUPERVISOR, () -> Supervisor.of(spec)))
                .withDescription("actors of the context that stand in no tree").withMode(ApplicationMode.PERMANENT);
    }

    /** Roots first; what is left then stands in a circle, which is reported when it is built. */
    private void supervisors(List<ChildSpec> children) {
        Set<Class<?>> below = definitions.supervisors().values().stream().flatMap(SupervisionTrees::childrenOf)
                .collect(Collectors.toSet());
        List<Class<?>> all = new ArrayList<>(definitions.supervisors().values());
        all.sort((one, other) -> Boolean.compare(below.contains(one), below.contains(other)));
        for (Class<?> type : all) {
            if (!trees.contains(type)) {
                children.add(trees.orphan(type, trees.supervisorName(type)));
            }
        }
    }
}
