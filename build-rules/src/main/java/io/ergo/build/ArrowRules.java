package io.ergo.build;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;

/// Arrows between modules point one way.
final class ArrowRules {

    private static final String INSIDE_THE_ENGINE = "io.ergo.engine.";

    private final House house;

    private ArrowRules(House house) {
        this.house = house;
    }

    static List<HouseRule> of(House house) {
        var rules = new ArrowRules(house);
        return List.of(
                HouseRule.forEach("classes live in the packages of their module", MainCode::isWritten, rules::home),
                HouseRule.forEach("modules know only the modules below them", MainCode::isWritten, rules::modules),
                HouseRule.forEach("modules leave alone the libraries meant for others", MainCode::isWritten,
                        rules::libraries),
                HouseRule.forEach("the packages inside the engine are for ergo-core alone", MainCode::isWritten,
                        rules::engine));
    }

    private void home(JavaClass type, Consumer<String> broken) {
        var name = type.getPackageName();
        if (!House.isOurs(name) || House.owning(name) != house) {
            broken.accept(type.getName() + " is outside the packages of " + house.module());
        }
    }

    private void modules(JavaClass type, Consumer<String> broken) {
        uses(type).filter(use -> House.isOurs(packageOf(use))).forEach(use -> {
            var other = House.owning(packageOf(use));
            if (!house.knows(other)) {
                broken.accept(house.module() + " must not know " + other.module() + ": " + use.getDescription());
            }
        });
    }

    private void libraries(JavaClass type, Consumer<String> broken) {
        uses(type).filter(use -> house.banned().stream().anyMatch(root -> House.isIn(packageOf(use), root)))
                .forEach(use -> broken.accept(
                        house.module() + " must not use " + packageOf(use) + ": " + use.getDescription()));
    }

    private void engine(JavaClass type, Consumer<String> broken) {
        if (house != House.CORE) {
            uses(type).filter(use -> packageOf(use).startsWith(INSIDE_THE_ENGINE))
                    .forEach(use -> broken.accept(use.getDescription()));
        }
    }

    static Stream<Dependency> uses(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream();
    }

    static String packageOf(Dependency use) {
        return use.getTargetClass().getBaseComponentType().getPackageName();
    }
}
