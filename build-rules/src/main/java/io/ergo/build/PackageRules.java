package io.ergo.build;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/// What holds for every package of every module.
final class PackageRules {

    private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

    private PackageRules() {}

    static List<HouseRule> all() {
        return List.of(noCycles(),
                HouseRule.forEach("every package has a package-info with @NullMarked",
                        type -> MainCode.isWritten(type) && type.isTopLevelClass(), (type, broken) -> {
                            if (!type.getPackage().isAnnotatedWith(NULL_MARKED)) {
                                broken.accept(type.getPackageName() + " (of " + type.getSimpleName()
                                        + ") has no package-info with @NullMarked");
                            }
                        }),
                new HouseRule("every public type has a documentation comment", MainCode::isWritten,
                        code -> DocumentedTypes.check(code.sources())));
    }

    private static HouseRule noCycles() {
        var name = "packages form no cycles";
        var byPackage = new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
        var rule = SlicesRuleDefinition.slices().assignedFrom(byPackage).should().beFreeOfCycles().as(name)
                .allowEmptyShould(true);
        return new HouseRule(name, MainCode::isWritten, code -> rule.check(code.classes()));
    }
}
