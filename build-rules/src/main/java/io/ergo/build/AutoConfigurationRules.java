package io.ergo.build;

import java.util.List;
import java.util.function.Consumer;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;

/// What Spring Boot asks of its own auto-configurations.
final class AutoConfigurationRules {

    private static final String AUTO_CONFIGURATION = "org.springframework.boot.autoconfigure.AutoConfiguration";
    private static final String BEAN = "org.springframework.context.annotation.Bean";
    private static final String COMPONENT_SCAN = "org.springframework.context.annotation.ComponentScan";

    private AutoConfigurationRules() {}

    static List<HouseRule> all() {
        return List.of(
                HouseRule.forEach("auto-configurations are public and final, and only their constructors are public",
                        AutoConfigurationRules::isAutoConfiguration, AutoConfigurationRules::checkShape),
                HouseRule.forEach("nested classes of auto-configurations are not public",
                        type -> type.getEnclosingClass().filter(AutoConfigurationRules::isAutoConfiguration)
                                .isPresent(),
                        (type, broken) -> {
                            if (isPublic(type)) {
                                broken.accept(type.getName() + " is public");
                            }
                        }),
                new HouseRule("auto-configurations are listed, and nothing else is", MainCode::isWritten,
                        AutoConfigurationRules::checkListed),
                HouseRule.forEach("bean methods are package-private",
                        type -> type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(BEAN)),
                        (type, broken) -> type.getMethods().stream().filter(method -> method.isAnnotatedWith(BEAN))
                                .filter(method -> !isPackagePrivate(method))
                                .forEach(method -> broken.accept(method.getFullName() + " is not package-private"))),
                HouseRule.forEach("nothing is found by component scan", MainCode::isWritten, (type, broken) -> {
                    if (type.isAnnotatedWith(COMPONENT_SCAN) || type.isMetaAnnotatedWith(COMPONENT_SCAN)) {
                        broken.accept(type.getName() + " scans for components");
                    }
                }));
    }

    private static void checkShape(JavaClass type, Consumer<String> broken) {
        if (!isPublic(type)) {
            broken.accept(type.getName() + " is not public");
        }
        if (!type.getModifiers().contains(JavaModifier.FINAL)) {
            broken.accept(type.getName() + " is not final");
        }
        type.getMethods().stream().filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .forEach(method -> broken.accept(method.getFullName() + " is public"));
        type.getFields().stream().filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
                .forEach(field -> broken.accept(field.getFullName() + " is public"));
    }

    private static void checkListed(MainCode code) {
        var listed = code.listedAutoConfigurations();
        var written = code.classes().stream().filter(AutoConfigurationRules::isAutoConfiguration)
                .map(JavaClass::getName)
                .toList();
        var unlisted = written.stream().filter(name -> !listed.contains(name)).sorted().toList();
        var unknown = listed.stream().filter(name -> !written.contains(name)).sorted().toList();
        if (!unlisted.isEmpty() || !unknown.isEmpty()) {
            throw new AssertionError(
                    "AutoConfiguration.imports lacks " + unlisted + " and lists, without need, " + unknown);
        }
    }

    private static boolean isAutoConfiguration(JavaClass type) {
        return type.isAnnotatedWith(AUTO_CONFIGURATION);
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static boolean isPackagePrivate(JavaMethod method) {
        return method.getModifiers().stream().noneMatch(modifier -> modifier == JavaModifier.PUBLIC
                || modifier == JavaModifier.PROTECTED || modifier == JavaModifier.PRIVATE);
    }
}
