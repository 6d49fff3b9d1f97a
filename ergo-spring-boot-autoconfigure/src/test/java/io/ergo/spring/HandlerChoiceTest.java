package io.ergo.spring;

import java.util.List;

import io.ergo.MessageDown;
import io.ergo.MessageDownPid;
import io.ergo.Request;
import org.junit.jupiter.api.Test;
import org.springframework.core.convert.support.DefaultConversionService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HandlerChoiceTest {

    private final HandlerReader reader = new HandlerReader(DefaultConversionService.getSharedInstance());

    interface Named {}

    interface Timed {}

    interface TimedAndNamed extends Timed, Named {}

    static class Base implements Named {}

    static class Middle extends Base {}

    static final class Leaf extends Middle implements Timed {}

    record Both() implements Named, Timed {}

    record Combined() implements TimedAndNamed {}

    private String chosen(Class<?> actor, Object message) {
        return reader.actor(actor).messages().of(message.getClass()).map(handler -> handler.method().getName())
                .orElse("none");
    }

    static class Classes {

        @OnMessage
        void base(Base message) {}

        @OnMessage
        void middle(Middle message) {}

        @OnMessage
        void timed(Timed message) {}

        @OnMessage
        void text(String message) {}

        @OnMessage
        void number(int message) {}
    }

    @Test
    void of_exactClass_takesIt() {
        assertThat(chosen(Classes.class, new Base())).isEqualTo("base");
        assertThat(chosen(Classes.class, "x")).isEqualTo("text");
    }

    @Test
    void of_primitiveParameter_takesTheBoxedMessage() {
        assertThat(chosen(Classes.class, 1)).isEqualTo("number");
    }

    @Test
    void of_superclassesAndInterface_takesTheNearestSuperclass() {
        assertThat(chosen(Classes.class, new Leaf())).isEqualTo("middle");
    }

    @Test
    void of_interfaceOnly_takesIt() {
        assertThat(chosen(Classes.class, new Both())).isEqualTo("timed");
    }

    @Test
    void of_nothingFits_isEmpty() {
        assertThat(chosen(Classes.class, 1.0)).isEqualTo("none");
    }

    static class Interfaces {

        @OnMessage
        void named(Named message) {}

        @OnMessage
        void timed(Timed message) {}

        @OnMessage
        void combined(TimedAndNamed message) {}

        @OnMessage
        void other(Object message) {}
    }

    @Test
    void of_unrelatedInterfaces_isATieThatNamesBoth() {
        HandlerChoice choice = reader.actor(Interfaces.class).messages();
        assertThatThrownBy(() -> choice.of(Both.class)).isInstanceOf(ErgoSetupException.class)
                .hasMessageContaining("Interfaces.named(HandlerChoiceTest.Named)")
                .hasMessageContaining("Interfaces.timed(HandlerChoiceTest.Timed)").hasMessageContaining("Both");
    }

    @Test
    void of_moreSpecificInterface_takesIt() {
        assertThat(chosen(Interfaces.class, new Combined())).isEqualTo("combined");
    }

    @Test
    void of_objectParameter_isTheDefault() {
        assertThat(chosen(Interfaces.class, 1)).isEqualTo("other");
        assertThat(chosen(Interfaces.class, new Object())).isEqualTo("other");
    }

    static class Twice {

        @OnMessage
        void one(String message) {}

        @OnMessage
        void two(String message) {}
    }

    @Test
    void read_twoMethodsForOneType_isATie() {
        assertThatThrownBy(() -> reader.actor(Twice.class)).isInstanceOf(ErgoSetupException.class)
                .hasMessageContaining("Twice.one(String)")
                .hasMessageContaining("Twice.two(String)");
    }

    abstract static class Typed<T> {

        @OnMessage
        void take(T message) {}
    }

    static class TextActor extends Typed<String> {}

    @Test
    void of_typeVariable_takesWhatItStandsFor() {
        assertThat(chosen(TextActor.class, "x")).isEqualTo("take");
        assertThat(chosen(TextActor.class, 1)).isEqualTo("none");
    }

    sealed interface Command permits Start, Stop, Status {}

    record Start() implements Command {}

    record Stop() implements Command, Named {}

    record Status() implements Command, Request<String> {}

    static class AllCases {

        @OnMessage
        void start(Start message) {}

        @OnMessage
        void stop(Stop message) {}

        @OnCall
        String status(Status request) {
            return "";
        }
    }

    static class SealedItself {

        @OnMessage
        void all(Command message) {}
    }

    static class SomeCases {

        @OnMessage
        void start(Start message) {}
    }

    static class SomeCasesAndDefault {

        @OnMessage
        void start(Start message) {}

        @OnMessage
        void rest(Object message) {}
    }

    static class SealedTie {

        @OnMessage
        void all(Command message) {}

        @OnMessage
        void named(Named message) {}
    }

    static class OneNoticeOnly {

        @OnMessage
        void down(MessageDownPid message) {}
    }

    @Test
    void read_sealedType_handledAsAWholeOrInAllCases() {
        for (Class<?> actor : List.of(AllCases.class, SealedItself.class, SomeCasesAndDefault.class)) {
            assertThat(reader.actor(actor).messages().of(Start.class)).isPresent();
        }
    }

    @Test
    void read_someCasesOfASealedType_namesTheMissing() {
        assertThatThrownBy(() -> reader.actor(SomeCases.class)).isInstanceOf(ErgoSetupException.class)
                .hasMessageContaining("Command")
                .hasMessageContaining("Stop, Status")
                .extracting(e -> ((ErgoSetupException) e).action()).asString().contains("Object");
    }

    @Test
    void read_caseThatTies_namesBoth() {
        assertThatThrownBy(() -> reader.actor(SealedTie.class)).isInstanceOf(ErgoSetupException.class)
                .hasMessageContaining("SealedTie.all")
                .hasMessageContaining("SealedTie.named").hasMessageContaining("Stop");
    }

    @Test
    void read_oneOfTheRuntimesNotices_promisesNothing() {
        assertThat(MessageDown.class).isSealed();
        assertThat(reader.actor(OneNoticeOnly.class).messages().of(MessageDownPid.class)).isPresent();
    }
}
