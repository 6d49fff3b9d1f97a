package io.ergo.build;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;

/// The rooms of ergo-core, and the ground it stands on.
final class CoreRules {

    private static final String CONTRACTS = "io.ergo";
    private static final String SPI = "io.ergo.spi";
    private static final String ENGINE = "io.ergo.engine";

    private static final Rooms ROOMS = new Rooms(House.CORE, CONTRACTS, Map.of(
            CONTRACTS, Set.of(),
            SPI, Set.of(CONTRACTS),
            "io.ergo.actor", Set.of(CONTRACTS, SPI),
            "io.ergo.meta", Set.of(CONTRACTS, SPI),
            ENGINE, Set.of(CONTRACTS, SPI, "io.ergo.actor", "io.ergo.meta")));

    /// What ergo-core is built on.
    private static final Set<String> GROUND = Set.of("java", "javax", "jdk.jfr", "jdk.management", "org.slf4j",
            "org.jspecify", "org.jctools");

    private CoreRules() {}

    static List<HouseRule> all() {
        return List.of(
                HouseRule.forEach("ergo-core stands on the JDK, SLF4J, JSpecify and JCTools alone", MainCode::isWritten,
                        CoreRules::ground),
                ROOMS.everyPackageIsARoom(), ROOMS.roomsUseOnlyThoseBelow(), onePublicTypeInTheEngine());
    }

    private static void ground(JavaClass type, Consumer<String> broken) {
        ArrowRules.uses(type).filter(use -> !isGround(ArrowRules.packageOf(use)))
                .forEach(use -> broken.accept(use.getDescription()));
    }

    /// The package without a name is that of `int` and its like.
    private static boolean isGround(String packageName) {
        return packageName.isEmpty() || House.isOurs(packageName)
                || GROUND.stream().anyMatch(root -> House.isIn(packageName, root));
    }

    private static HouseRule onePublicTypeInTheEngine() {
        var name = "the package io.ergo.engine has exactly one public top-level type";
        return new HouseRule(name, CoreRules::isOfTheEngine, code -> {
            var visible = code.classes().stream().filter(CoreRules::isOfTheEngine)
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)).map(JavaClass::getName).sorted()
                    .toList();
            if (visible.size() != 1) {
                throw new AssertionError(name + ", not " + visible.size() + ": " + visible);
            }
        });
    }

    private static boolean isOfTheEngine(JavaClass type) {
        return MainCode.isWritten(type) && type.isTopLevelClass() && type.getPackageName().equals(ENGINE);
    }
}
