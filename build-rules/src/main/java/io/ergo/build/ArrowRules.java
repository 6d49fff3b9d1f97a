package io.ergo.build;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;

/// Arrows between modules point one way.
final class ArrowRules {

    private static final String ENGINE = "io.ergo.engine";

    private ArrowRules() {}

    static List<HouseRule> of(House house) {
        return List.of(
                HouseRule.forEach("classes live in the packages of their module", MainCode::isWritten,
                        (type, broken) -> {
                            var name = type.getPackageName();
                            if (!House.isOurs(name) || House.owning(name) != house) {
                                broken.accept(type.getName() + " is outside the packages of " + house.module());
                            }
                        }),
                HouseRule.forEach("modules know only the modules below them", MainCode::isWritten,
                        (type, broken) -> uses(
                                type).stream().filter(use -> House.isOurs(packageOf(use)))
                                .filter(use -> !house.knows(House.owning(packageOf(use))))
                                .forEach(use -> broken.accept(house.module() + " must not know "
                                        + House.owning(packageOf(use)).module() + ": " + use.getDescription()))),
                HouseRule.forEach("modules leave alone the libraries meant for others", MainCode::isWritten,
                        (type, broken) -> uses(type).stream()
                                .filter(use -> house.banned().stream()
                                        .anyMatch(root -> House.isIn(packageOf(use), root)))
                                .forEach(use -> broken.accept(house.module() + " must not use "
                                        + packageOf(use) + ": " + use.getDescription()))),
                HouseRule.forEach("the packages inside the engine are for ergo-core alone", MainCode::isWritten,
                        (type, broken) -> {
                            if (house != House.CORE) {
                                innerEngine(type, broken);
                            }
                        }));
    }

    private static void innerEngine(JavaClass type, Consumer<String> broken) {
        uses(type).stream().filter(use -> packageOf(use).startsWith(ENGINE + "."))
                .forEach(use -> broken.accept(use.getDescription()));
    }

    static Set<Dependency> uses(JavaClass type) {
        return type.getDirectDependenciesFromSelf();
    }

    static String packageOf(Dependency use) {
        return use.getTargetClass().getBaseComponentType().getPackageName();
    }
}
