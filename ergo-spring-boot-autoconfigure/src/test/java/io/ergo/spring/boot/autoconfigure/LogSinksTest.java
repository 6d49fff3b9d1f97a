package io.ergo.spring.boot.autoconfigure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.ergo.LogLevel;
import io.ergo.LoggerInfo;
import io.ergo.MessageLog;
import io.ergo.Node;
import io.ergo.ProcessContext;
import io.ergo.Request;
import io.ergo.spi.LogSink;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.ErgoTemplate;
import io.ergo.spring.OnCall;
import io.ergo.spring.OnMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Beans as loggers, the keys below ergo.node.log, and an annotated actor as a logger. */
@ExtendWith(OutputCaptureExtension.class)
class LogSinksTest {

    record Say(String what) implements Request<Boolean> {}

    @ErgoActor(name = "speaker")
    static class Speaker {

        @OnCall
        boolean say(Say request, ProcessContext self) {
            self.log().info("info {}", request.what());
            self.log().error("error {}", request.what());
            return true;
        }
    }

    @ErgoActor(name = "listener")
    static class Listener {

        static final List<String> HEARD = new CopyOnWriteArrayList<>();

        @OnMessage
        void hear(MessageLog record) {
            HEARD.add(record.message());
        }
    }

    private static final class Sink implements LogSink {

        private final List<String> texts = new CopyOnWriteArrayList<>();
        private int closed;

        @Override
        public void log(MessageLog record) {
            texts.add(record.message());
        }

        @Override
        public void close() {
            closed++;
        }
    }

    @Test
    void sinkBeans_areLoggersUnderTheirNames_andOutliveARestart() {
        Sink all = new Sink();
        Sink grave = new Sink();
        Contexts.run(Contexts.with(Speaker.class).withBean("all", LogSink.class, () -> all)
                .withBean("grave", LogSink.class, () -> grave)
                .withPropertyValues("ergo.node.log.sinks.grave.levels=error,panic"), context -> {
                    assertThat(context.getBean(Node.class).info().loggers()).extracting(LoggerInfo::name)
                            .containsExactly("default", "all", "grave");
                    assertThat(context.getBean(Node.class).info().loggers()).extracting(LoggerInfo::behavior)
                            .contains(Sink.class.getName());
                    context.getBean(ErgoTemplate.class).call("speaker", new Say("one"));
                    context.getSourceApplicationContext().stop();
                    assertThat(all.closed).as("by the node").isZero();
                    context.getSourceApplicationContext().start();
                    context.getBean(ErgoTemplate.class).call("speaker", new Say("two"));

                    assertThat(all.texts).contains("info one", "error one", "info two", "error two");
                    assertThat(grave.texts).containsExactly("error one", "error two");
                });
        assertThat(all.closed).as("by the context").isEqualTo(1);
    }

    @Test
    void keyForASinkThatDoesNotExist_isWarnedOf(CapturedOutput output) {
        Contexts.run(Contexts.with().withPropertyValues("ergo.node.log.sinks.unknown.levels=error"),
                context -> assertThat(output).contains("ergo.node.log.sinks.unknown configures nothing"));
    }

    @Test
    void level_unlessSet_isLeftToTheLoggingSystem() {
        Contexts.run(Contexts.with(Speaker.class), context -> assertThat(context.getBean(Node.class).log().level())
                .isEqualTo(LogLevel.DEFAULT));
    }

    @Test
    void level_set_isInheritedByProcesses() {
        Sink all = new Sink();
        Contexts.run(Contexts.with(Speaker.class).withBean("all", LogSink.class, () -> all)
                .withPropertyValues("ergo.node.log.level=error"), context -> {
                    context.getBean(ErgoTemplate.class).call("speaker", new Say("x"));

                    assertThat(all.texts).containsExactly("error x");
                });
    }

    @Test
    void slf4jOff_loggingSystemGetsNothingOfTheNode(CapturedOutput output) {
        Contexts.run(Contexts.with(Speaker.class).withPropertyValues("ergo.node.log.slf4j=false"), context -> {
            context.getBean(ErgoTemplate.class).call("speaker", new Say("to nobody"));

            assertThat(context.getBean(Node.class).loggers().names()).isEmpty();
            assertThat(output).doesNotContain("to nobody");
        });
    }

    @Test
    void annotatedActor_asLogger_getsRecordsAsMessages() {
        Listener.HEARD.clear();
        Contexts.run(Contexts.with(Speaker.class, Listener.class), context -> {
            Node node = context.getBean(Node.class);
            node.loggers().add("listener", node.pidOf("listener").orElseThrow(), LogLevel.ERROR);

            context.getBean(ErgoTemplate.class).call("speaker", new Say("x"));

            await().until(() -> Listener.HEARD.contains("error x"));
            assertThat(Listener.HEARD).doesNotContain("info x");
        });
    }
}
