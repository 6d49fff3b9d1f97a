package io.ergo.build;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/// One rule. It speaks about some classes; where a module has none of them it has nothing to say.
///
/// @param name what has to hold, as the report shows it
/// @param subjects the classes it speaks about
/// @param check throws an [AssertionError] with all violations
record HouseRule(String name, Predicate<JavaClass> subjects, Consumer<MainCode> check) {

    /// A rule about each class by itself: the condition hands every violation to the consumer.
    static HouseRule forEach(String name, Predicate<JavaClass> subjects,
            BiConsumer<JavaClass, Consumer<String>> condition) {
        var should = new ArchCondition<JavaClass>("hold") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                condition.accept(type, violation -> events.add(SimpleConditionEvent.violated(type, violation)));
            }
        };
        var rule = ArchRuleDefinition.classes().that(DescribedPredicate.describe("are concerned", subjects))
                .should(should)
                .as(name).allowEmptyShould(true);
        return new HouseRule(name, subjects, code -> rule.check(code.classes()));
    }

    /// Tells whether the module has a class the rule speaks about.
    boolean concerns(MainCode code) {
        return code.classes().stream().anyMatch(subjects);
    }
}
