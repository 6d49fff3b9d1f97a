package io.ergo.spring;

import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.ApplicationConversionService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class HandlerReaderTest {

    private static final Pid FROM = new Pid("n@h", 1001, 1);
    private static final Ref REF = new Ref("n@h", 1, 2, 0, 0);

    private final HandlerReader reader = new HandlerReader(ApplicationConversionService.getSharedInstance());
    private final ProcessContext self = mock(ProcessContext.class);
    private final Node node = mock(Node.class);

    @BeforeEach
    void node() {
        when(self.node()).thenReturn(node);
    }

    private @Nullable Object call(Object bean, HandlerCall call, Object input) throws Throwable {
        return call.call(bean, input, FROM, self, REF, null);
    }

    private static HandlerCall handler(HandlerChoice choice, Object message) {
        return choice.of(message.getClass()).orElseThrow().call();
    }

    static class Everything {

        final List<@Nullable Object> seen = new ArrayList<>();

        @OnInit
        void start(Args args, ProcessContext process) {
            seen.addAll(List.of("init", args, process));
        }

        @OnMessage
        void take(Pid from, String text, ProcessContext process) {
            seen.addAll(List.of("message", from, text, process));
        }

        @OnMessage
        void take(int number) {
            seen.add(number);
        }

        @OnCall
        double answer(Integer request, Ref ref) {
            seen.add(ref);
            return request / 2.0;
        }

        @OnCall
        void later(String request, ReplyTo<String> reply) {
            reply.reply(request + "!");
        }

        @OnTerminate
        void bye(Reason why) {
            seen.add(why);
        }
    }

    @Test
    void handlers_anyParameters_areGivenWhatTheyAskFor() throws Throwable {
        HandlerTable table = reader.actor(Everything.class);
        Everything bean = new Everything();
        Args args = Args.of("a");

        call(bean, Objects.requireNonNull(table.init()), args);
        call(bean, handler(table.messages(), "hello"), "hello");
        call(bean, handler(table.messages(), 7), 7);
        call(bean, Objects.requireNonNull(table.terminate()), Reason.KILL);

        assertThat(bean.seen).containsExactly("init", args, self, "message", FROM, "hello", self, 7, Reason.KILL);
    }

    @Test
    void calls_valueAndReplyTo_answer() throws Throwable {
        HandlerTable table = reader.actor(Everything.class);
        Everything bean = new Everything();

        assertThat(call(bean, handler(table.requests(), 3), 3)).isEqualTo(1.5);
        assertThat(bean.seen).containsExactly(REF);
        assertThat(call(bean, handler(table.requests(), "x"), "x")).isNull();
        verify(node).respond(FROM, REF, "x!");
    }

    static class Failing {

        @OnMessage
        void fail(String message) throws IOException {
            throw new IOException(message);
        }
    }

    @Test
    void call_handlerThrows_throwsTheSame() {
        HandlerCall call = handler(reader.actor(Failing.class).messages(), "x");
        assertThatThrownBy(() -> call(new Failing(), call, "boom")).isInstanceOf(IOException.class).hasMessage("boom");
    }

    static class TypedStart {

        final List<@Nullable Object> seen = new ArrayList<>();

        @OnInit
        void start(String name, ProcessContext process, Duration every, int count, @Nullable String note) {
            seen.add(name);
            seen.add(every);
            seen.add(count);
            seen.add(note);
        }

        @OnMessage
        void other(Object message) {}
    }

    private void start(Object bean, Args args) throws Throwable {
        call(bean, Objects.requireNonNull(reader.actor(bean.getClass()).init()), args);
    }

    @Test
    void init_singleParameters_areConverted() throws Throwable {
        TypedStart bean = new TypedStart();
        start(bean, Args.of("cpu", "5s", "3", null));
        assertThat(bean.seen).containsExactly("cpu", Duration.ofSeconds(5), 3, null);
    }

    @Test
    void init_wrongArguments_areNamed() {
        TypedStart bean = new TypedStart();
        assertThatThrownBy(() -> start(bean, Args.of("cpu"))).isInstanceOf(ErgoException.class)
                .hasMessageContaining("argument 1")
                .hasMessageContaining("missing").hasMessageContaining("Duration").hasMessageContaining("[cpu]");
        assertThatThrownBy(() -> start(bean, Args.of("cpu", "soon", 3, ""))).isInstanceOf(ErgoException.class)
                .hasMessageContaining("'soon'").hasMessageContaining("Duration");
        assertThatThrownBy(() -> start(bean, Args.of(null, "5s", 3, ""))).isInstanceOf(ErgoException.class)
                .hasMessageContaining("argument 0").hasMessageContaining("null");
        assertThatThrownBy(() -> start(bean, Args.of("cpu", "5s", 3, "", "more"))).isInstanceOf(ErgoException.class)
                .hasMessageContaining("takes 4 arguments but is given 5");
    }

    static class Empty {

        void notAHandler(String message) {}
    }

    static class Private {

        @OnMessage
        @SuppressWarnings("unused")
        private void take(String message) {}
    }

    static class Static {

        @OnMessage
        static void take(String message) {}
    }

    static class Returning {

        @OnMessage
        int take(String message) {
            return 1;
        }
    }

    static class Silent {

        @OnCall
        void answer(String request) {}
    }

    static class AnsweringTwice {

        @OnCall
        int answer(String request, ReplyTo<Integer> reply) {
            return 1;
        }
    }

    static class NothingToHandle {

        @OnMessage
        void take(Pid from) {}
    }

    static class TwoToHandle {

        @OnMessage
        void take(String one, Integer two) {}
    }

    static class TwoStarts {

        @OnInit
        void one() {}

        @OnInit
        void two() {}

        @OnMessage
        void take(String message) {}
    }

    static class OddEnd {

        @OnMessage
        void take(String message) {}

        @OnTerminate
        void bye(String why) {}
    }

    record Last(String metric) implements Request<Double> {}

    static class WrongAnswer {

        @OnCall
        String answer(Last request) {
            return "";
        }
    }

    static class WrongStage {

        @OnCall
        CompletableFuture<String> answer(Last request) {
            return CompletableFuture.completedFuture("");
        }
    }

    static class WrongReply {

        @OnCall
        void answer(Last request, ReplyTo<String> reply) {}
    }

    static class RightAnswers {

        @OnCall
        double primitive(Last request) {
            return 1;
        }

        @OnCall
        Reply decided(Integer request) {
            return Reply.of(1);
        }
    }

    private void refuses(Class<?> actor, String... words) {
        assertThatThrownBy(() -> reader.actor(actor)).isInstanceOf(ErgoSetupException.class)
                .satisfies(e -> assertThat(e.getMessage() + " " + ((ErgoSetupException) e).action()).contains(words));
    }

    @Test
    void read_mistakes_areNamedWithTheWayOut() {
        refuses(Empty.class, "Empty", "without a handler", "@OnMessage", "@OnCall");
        refuses(Private.class, "Private.take(String)", "is private", "package-private");
        refuses(Static.class, "Static.take(String)", "is static");
        refuses(Returning.class, "Returning.take(String)", "returns int", "@OnCall");
        refuses(Silent.class, "Silent.answer(String)", "answers nothing", "ReplyTo");
        refuses(AnsweringTwice.class, "AnsweringTwice.answer(String, ReplyTo)", "returns a value and takes a ReplyTo");
        refuses(NothingToHandle.class, "has 0 parameters", "Pid, ProcessContext");
        refuses(TwoToHandle.class, "has 2 parameters");
        refuses(TwoStarts.class, "2 methods with @OnInit", "TwoStarts.one()", "TwoStarts.two()");
        refuses(OddEnd.class, "OddEnd.bye(String)", "Reason");
    }

    @Test
    void read_answerOfAnotherTypeThanTheRequestPromises_fails() {
        refuses(WrongAnswer.class, "answers with a java.lang.String", "Last", "Request<Double>");
        refuses(WrongStage.class, "java.lang.String", "Request<Double>");
        refuses(WrongReply.class, "java.lang.String", "Request<Double>");
        assertThat(reader.actor(RightAnswers.class).requests().of(Last.class)).isPresent();
    }

    @OnMessage
    @Retention(RetentionPolicy.RUNTIME)
    @interface Listens {}

    interface Listener {

        @OnMessage
        void take(String message);
    }

    static class Meta implements Listener {

        final List<Object> seen = new ArrayList<>();

        @Override
        public void take(String message) {
            seen.add(message);
        }

        @Listens
        void number(Integer message) {
            seen.add(message);
        }
    }

    @Test
    void read_metaAnnotationAndInterfaceMethod_areHandlers() throws Throwable {
        Meta bean = new Meta();
        HandlerTable table = reader.actor(Meta.class);
        call(bean, handler(table.messages(), "x"), "x");
        call(bean, handler(table.messages(), 1), 1);
        assertThat(bean.seen).containsExactly("x", 1);
    }

    @Test
    void replyWith_stages_answerWhenTheyComplete() {
        RequestReply reply = new RequestReply(self, FROM, REF);
        CompletableFuture<String> late = new CompletableFuture<>();
        reply.replyWith(late);
        verify(node, never()).respond(any(), any(), any());
        late.complete("done");
        verify(node).respond(FROM, REF, "done");

        reply.replyWith(CompletableFuture.failedFuture(ErgoException.light(Reason.TAKEN, "x")));
        verify(node).respondError(FROM, REF, Reason.TAKEN);
        reply.replyWith(CompletableFuture.completedFuture(1).thenApply(one -> {
            throw new IllegalStateException("broken");
        }));
        verify(node).respondError(eq(FROM), eq(REF),
                argThat(reason -> reason.is(Reason.PANIC) && reason.text().contains("broken")));
    }
}
