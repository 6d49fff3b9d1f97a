package io.ergo.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Response;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.ErgoSetupException;
import io.ergo.spring.ErgoTemplate;
import io.ergo.spring.OnCall;
import io.ergo.spring.OnMessage;
import io.ergo.spring.OnResponse;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Requests of annotated actors that do not wait. */
class ResponseMethodsTest {

    /** What came back. */
    static class Journal {

        final List<Object> entries = new CopyOnWriteArrayList<>();
        final List<Ref> refs = new CopyOnWriteArrayList<>();
    }

    @ErgoActor(name = "asker")
    static class Asker {

        private final Journal journal;

        Asker(Journal journal) {
            this.journal = journal;
        }

        @OnMessage
        void ask(String question, ProcessContext self) {
            journal.refs.add(self.request("oracle", question, Duration.ofSeconds(5)));
        }

        @OnResponse
        void answered(Integer answer, Ref ref) {
            journal.entries.add(answer);
            journal.entries.add(ref);
        }

        @OnResponse
        void failed(Reason why, ProcessContext self, Pid pid) {
            assertThat(pid).isEqualTo(self.pid());
            journal.entries.add(why);
        }

        @OnResponse
        void rest(Response response) {
            journal.entries.add(response);
        }
    }

    @ErgoActor(name = "oracle")
    static class Oracle {

        @OnCall
        Reply answer(String question) {
            return switch (question) {
                case "number" -> Reply.of(42);
                case "null" -> Reply.of(null);
                case "text" -> Reply.of("text");
                default -> Reply.error(Reason.of("no idea"));
            };
        }
    }

    @ErgoActor(name = "deaf")
    static class Deaf {

        @OnMessage
        void ask(String question, ProcessContext self) {
            self.request("oracle", question, Duration.ofSeconds(5));
        }
    }

    @Import({Journal.class, Asker.class, Oracle.class, Deaf.class})
    static class All {}

    @Test
    void response_goesToTheMethodForIt() {
        Contexts.run(Contexts.with(All.class), context -> {
            ErgoTemplate ergo = context.getBean(ErgoTemplate.class);
            Journal journal = context.getBean(Journal.class);

            List.of("number", "why?", "null", "text").forEach(question -> ergo.send("asker", question).orThrow());

            await().until(() -> journal.entries.size() == 5);
            assertThat(journal.entries).containsExactly(42, journal.refs.getFirst(), Reason.of("no idea"),
                    new Response.Answer(null), new Response.Answer("text"));
        });
    }

    @Test
    void response_withoutAMethod_isNoError() {
        Contexts.run(Contexts.with(All.class), context -> {
            Node node = context.getBean(Node.class);
            Pid deaf = node.pidOf("deaf").orElseThrow();

            node.send(deaf, "number").orThrow();

            await().untilAsserted(() -> assertThat(node.processInfo(deaf).orElseThrow().messagesIn()).isEqualTo(2));
            assertThat(node.pidOf("deaf")).contains(deaf);
        });
    }

    @ErgoActor
    static class Wrong {

        @OnMessage
        void take(String message) {}

        @OnResponse
        int answered(Integer answer) {
            return answer;
        }
    }

    @Test
    void responseMethod_thatReturnsSomething_failsAtStart() {
        Contexts.with(Wrong.class).run(context -> assertThat(context).hasFailed().getFailure()
                .hasRootCauseInstanceOf(ErgoSetupException.class).rootCause().hasMessageContaining("nobody would get"));
    }
}
