package io.ergo.spring.boot.autoconfigure;

import io.ergo.actor.Actor;
import io.ergo.spring.Child;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.ErgoApplication;
import io.ergo.spring.ErgoSupervisor;
import io.ergo.spring.OnMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTest {

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(ErgoAutoConfiguration.class)
    static class Base {}

    static void fails(CapturedOutput output, Class<?> configuration, String[] arguments, String... words) {
        SpringApplication application = new SpringApplication(Base.class, configuration);
        application.setWebApplicationType(WebApplicationType.NONE);
        assertThatThrownBy(() -> application.run(arguments)).isNotNull();
        assertThat(output).contains("APPLICATION FAILED TO START").contains(words);
    }

    private static void fails(CapturedOutput output, Class<?> configuration, String... words) {
        fails(output, configuration, new String[0], words);
    }

    @ErgoActor
    static class Idle {}

    @Test
    void actor_withoutHandler_isExplained(CapturedOutput output) {
        fails(output, Idle.class, "Idle is an actor without a handler.",
                "Annotate at least one method with @OnMessage or @OnCall");
    }

    @ErgoActor
    static class Torn {

        @OnMessage
        void one(String message) {}

        @OnMessage
        void two(String message) {}
    }

    @Test
    void handlers_tie_areExplained(CapturedOutput output) {
        fails(output, Torn.class, "Torn.one(String) and", "Torn.two(String) handle java.lang.String",
                "Remove one of the two methods");
    }

    interface Shop {}

    @ErgoActor(name = "till")
    static class Till implements Shop {

        @OnMessage
        void take(String message) {}
    }

    static class Customer {

        Customer(Till till) {}
    }

    static class Visitor {

        Visitor(Shop shop) {}
    }

    @Import({Till.class, Customer.class})
    static class CustomerParts {}

    @Import({Till.class, Visitor.class})
    static class VisitorParts {}

    @Test
    void actor_injected_isExplained(CapturedOutput output) {
        fails(output, CustomerParts.class, "Parameter 0 of constructor in", "Customer wants",
                "Till injected, but it is an actor",
                "inject ErgoTemplate", "template.call(");
    }

    @Test
    void actor_injectedAsItsInterface_isExplained(CapturedOutput output) {
        fails(output, VisitorParts.class, "Visitor wants", "Shop injected, but", "Till is an actor");
    }

    @Import({Till.class, Customer.class})
    @Configuration(proxyBeanMethods = false)
    static class Unrelated {

        Unrelated(StringBuilder missing) {}
    }

    @Test
    void otherBean_missing_isExplainedBySpring(CapturedOutput output) {
        fails(output, Unrelated.class, "required a bean of type 'java.lang.StringBuilder' that could not be found");
        assertThat(output).doesNotContain("is an actor");
    }

    @ErgoActor(name = "till")
    static class SecondTill extends Actor {}

    @Import({Till.class, SecondTill.class})
    static class TwoTills {}

    @Test
    void name_givenTwice_isExplained(CapturedOutput output) {
        fails(output, TwoTills.class, "Two processes are named 'till'", "$Till", "$SecondTill",
                "Give one of the two another name");
    }

    @ErgoApplication(name = "shop")
    @ErgoSupervisor(name = "shop.sup", children = {@Child(Till.class), @Child(String.class)})
    static class ShopApplication {}

    @Import({ShopApplication.class, Till.class})
    static class UnknownChild {}

    @Test
    void child_unknown_isExplained(CapturedOutput output) {
        fails(output, UnknownChild.class, "java.lang.String is a child of",
                "ShopApplication, but neither an actor nor a supervisor",
                "Annotate it with @ErgoActor or @ErgoSupervisor");
    }

    @ErgoSupervisor(name = "round", children = @Child(Round.class))
    static class Round {}

    @Test
    void supervisor_belowItself_isExplained(CapturedOutput output) {
        fails(output, Round.class, "is a descendant of itself", "Take it out of its own tree");
    }

    @ErgoSupervisor(children = @Child(Till.class))
    static class BehaviourToo extends Actor {}

    @Import({BehaviourToo.class, Till.class})
    static class BehaviourParts {}

    @Test
    void supervisor_extendsABehaviour_isExplained(CapturedOutput output) {
        fails(output, BehaviourParts.class, "is declared by @ErgoSupervisor and extends a behaviour",
                "Remove one of the two");
    }

    @ErgoSupervisor(children = {})
    static class Childless {}

    @Test
    void supervisor_withoutChildren_isExplained(CapturedOutput output) {
        fails(output, Childless.class, "Childless has no children", "@Child");
    }

    @ErgoSupervisor(name = "hasty", period = "soon", children = @Child(Till.class))
    static class Hasty {}

    @Import({Hasty.class, Till.class})
    static class HastyParts {}

    @Test
    void period_noDuration_isExplained(CapturedOutput output) {
        fails(output, HastyParts.class, "Hasty is 'soon', which is no duration", "Write it like 5s");
    }

    @ErgoApplication(name = "empty")
    static class EmptyApplication {}

    @Test
    void application_empty_isExplained(CapturedOutput output) {
        fails(output, EmptyApplication.class, "EmptyApplication has no members", "members");
    }

    @ErgoApplication(name = "bakery", dependsOn = "mill", members = @Child(Till.class))
    static class Bakery {}

    @Import({Bakery.class, Till.class})
    static class BakeryParts {}

    @Test
    void dependency_unknown_isExplained(CapturedOutput output) {
        fails(output, BakeryParts.class, "An application cannot be started because of what it depends on",
                "start of 'bakery': bakery → mill, and 'mill' is not loaded", "ergo.applications.<name>.depends-on");
    }

    @ErgoActor(name = "stone")
    static class Stone extends Actor {}

    @ErgoApplication(name = "mill", dependsOn = "bakery", members = @Child(Stone.class))
    static class Mill {}

    @Import({Bakery.class, Mill.class, Till.class, Stone.class})
    static class Circle {}

    @Test
    void dependencies_inACircle_areExplained(CapturedOutput output) {
        fails(output, Circle.class, "they depend on each other in a circle, ", "bakery → mill",
                "must not depend on the one that needs it");
    }

    @Test
    void dependency_disabled_isExplained(CapturedOutput output) {
        fails(output, Circle.class, new String[] {"--ergo.applications.mill.enabled=false"},
                "'mill' is not loaded", "ergo.applications.<name>.enabled");
    }

    @ErgoApplication(name = "vague", map = "door", members = @Child(Till.class))
    static class Vague {}

    @Import({Vague.class, Till.class})
    static class VagueParts {}

    @Test
    void map_withoutProcess_isExplained(CapturedOutput output) {
        fails(output, VagueParts.class, "The application 'vague' has 'door' in its map",
                "Write each entry as role=process");
    }

    @Configuration(proxyBeanMethods = false)
    static class SingletonActor {

        @Bean
        Till till() {
            return new Till();
        }
    }

    @Test
    void actor_singleton_isExplained(CapturedOutput output) {
        fails(output, SingletonActor.class, "'till'", "is not of scope prototype", "@Scope(\"prototype\")");
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ergo.node.name | demo | demo | It must be of the form name@host, such as demo@localhost.",
        "ergo.node.slots | 65 | 65 | It must be from 1 to 64, or 0",
        "ergo.node.shutdown-timeout | -1s | -1s | It must be positive, such as 30s.",
        "ergo.node.slow-handler | -1s | -1s | It must not be negative; 0 turns the detection off.",
        "ergo.node.shutdown-timeout | soon | soon | java.time.Duration",
        "ergo.applications.fleet.mode | sometimes | sometimes | permanent",
        "ergo.applications.fleet.weight | much | much | java.lang.Integer",
        "ergo.supervisors.devices.intensity | -1 | -1 | It must not be negative",
        "ergo.supervisors.devices.back-off.min | -1s | -1s | It must be positive, such as 500ms, or 0s",
        "ergo.supervisors.devices.back-off.max | 0s | 0s | It must be positive, such as 1m.",
        "ergo.supervisors.devices.back-off.factor | 0.5 | 0.5 | It must be at least 1.",
        "ergo.supervisors.devices.back-off.jitter | 2 | 2 | It must be from 0 to 1.",
        "ergo.supervisors.devices.period | 0s | 0s | It must be positive, such as 5s.",
        "ergo.observability.metrics.sample-one-in | 3 | 3 | It must be a power of two, such as 64.",
        "ergo.observability.metrics.max-tag-values | 0 | 0 | It must be at least 1.",
        "ergo.observability.endpoint.max-processes | 0 | 0 | It must be at least 1."})
    void configuration_wrong_namesKeyValueAndWayOut(String key, String value, String shown, String wayOut,
            CapturedOutput output) {
        fails(output, Nothing.class, new String[] {"--" + key + "=" + value}, key, shown, wayOut);
    }

    @ParameterizedTest
    @CsvSource({"depends-on[0], depends-on", "tags[0], tags", "map.door, map"})
    void configuration_emptyNameOfAnApplication_namesTheKey(String key, String shown, CapturedOutput output) {
        fails(output, Nothing.class, new String[] {"--ergo.applications.fleet." + key + "="},
                "'ergo.applications.fleet." + shown + "'", "None of them may be empty.");
    }
}
