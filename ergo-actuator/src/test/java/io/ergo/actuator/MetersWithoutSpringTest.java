package io.ergo.actuator;

import java.util.HashSet;
import java.util.Set;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetersWithoutSpringTest {

    @Test
    void binder_allItNeeds_isFreeOfSpring() {
        JavaClasses classes = new ClassFileImporter().importPackagesOf(ErgoMeterBinder.class);
        Set<JavaClass> reached = new HashSet<>();
        reach(classes.get(ErgoMeterBinder.class), reached);

        assertThat(reached).extracting(JavaClass::getSimpleName).contains("NodeMeters", "Registration")
                .doesNotContain("ErgoEndpoint");
        assertThat(reached).extracting(JavaClass::getPackageName)
                .noneMatch(name -> name.startsWith("org.springframework"));
    }

    private static void reach(JavaClass type, Set<JavaClass> reached) {
        if (reached.add(type) && type.getPackageName().equals("io.ergo.actuator")) {
            type.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass)
                    .forEach(next -> reach(next, reached));
        }
    }
}
