package io.ergo.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.MessageExitPid;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Request;
import io.ergo.SpawnOptions;
import io.ergo.Stop;
import io.ergo.actor.Actor;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.ErgoSetupException;
import io.ergo.spring.ErgoTemplate;
import io.ergo.spring.OnCall;
import io.ergo.spring.OnInit;
import io.ergo.spring.OnMessage;
import io.ergo.spring.OnTerminate;
import io.ergo.spring.ReplyTo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class ActorBeansTest {

    /** What happened, told by actors that get it injected. */
    static class Journal {

        final List<String> entries = new CopyOnWriteArrayList<>();

        void add(String entry) {
            entries.add(entry);
        }

        void awaitEntries(String... expected) {
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(entries).containsExactly(expected));
        }
    }

    record Count() implements Request<Integer> {}

    record Slow() implements Request<String> {}

    record Fail() implements Request<String> {}

    record Who() implements Request<Pid> {}

    @ErgoActor
    static class Counter implements DisposableBean {

        private final Journal journal;
        private int count;

        Counter(Journal journal) {
            this.journal = journal;
            journal.add("made");
        }

        @OnInit
        void start(int first, ProcessContext self) {
            if (first < 0) {
                throw new Stop(Reason.of("negative"));
            }
            count = first;
        }

        @OnMessage
        void add(Integer more) {
            count += more;
        }

        @OnMessage
        void stop(Stop stop) {
            throw stop;
        }

        @OnCall
        int count(Count request) {
            return count;
        }

        @OnCall
        CompletableFuture<String> slow(Slow request) {
            return CompletableFuture.completedFuture("slow");
        }

        @OnCall
        void fail(Fail request, ReplyTo<String> reply) {
            reply.error(Reason.TAKEN);
        }

        @OnTerminate
        void bye(Reason why) {
            journal.add("end " + why);
        }

        @Override
        public void destroy() {
            journal.add("destroyed");
        }
    }

    @Test
    void process_fromSpawnToEnd_hasABeanOfItsOwn() {
        Contexts.run(Contexts.with(Journal.class, Counter.class), context -> {
            ErgoTemplate template = context.getBean(ErgoTemplate.class);
            Journal journal = context.getBean(Journal.class);
            Pid one = template.spawn(Counter.class, 1);
            Pid two = template.spawn(Counter.class, "10");
            journal.awaitEntries("made", "made");

            template.send(one, 5).orThrow();
            assertThat(template.call(one, new Count())).isEqualTo(6);
            assertThat(template.call(two, new Count())).isEqualTo(10);
            assertThat(template.call(two, new Slow())).isEqualTo("slow");
            assertThatThrownBy(() -> template.call(two, new Fail())).isInstanceOf(ErgoException.class)
                    .extracting(e -> ((ErgoException) e).reason()).isEqualTo(Reason.TAKEN);
            assertThatThrownBy(() -> template.call(two, "what?", String.class)).isInstanceOf(ErgoException.class)
                    .extracting(e -> ((ErgoException) e).reason()).isEqualTo(Reason.UNSUPPORTED);

            template.send(one, new Stop(Reason.of("done")));
            journal.awaitEntries("made", "made", "end done", "destroyed");
            assertThat(context.getBean(Node.class).processInfo(two).orElseThrow().behavior())
                    .isEqualTo(Counter.class.getName());
        });
    }

    @Test
    void process_initFails_destroysTheBean() {
        Contexts.run(Contexts.with(Journal.class, Counter.class), context -> {
            ErgoTemplate template = context.getBean(ErgoTemplate.class);
            assertThatThrownBy(() -> template.spawn(Counter.class, -1)).isInstanceOf(ErgoException.class)
                    .hasMessageContaining("negative");
            assertThatThrownBy(() -> template.spawn(Counter.class)).isInstanceOf(ErgoException.class);
            context.getBean(Journal.class).awaitEntries("made", "destroyed", "made", "destroyed");
        });
    }

    @Test
    void context_closed_endsProcessesAndDestroysBeans() {
        Journal[] journal = new Journal[1];
        Contexts.run(Contexts.with(Journal.class, Counter.class), context -> {
            journal[0] = context.getBean(Journal.class);
            context.getBean(ErgoTemplate.class).spawn(Counter.class, 1);
        });
        assertThat(journal[0].entries).hasSize(3).startsWith("made").endsWith("destroyed");
        assertThat(journal[0].entries.get(1)).startsWith("end ").contains("shutdown");
    }

    @ErgoActor
    static class Plain extends Actor {

        private final Journal journal;

        Plain(Journal journal) {
            this.journal = journal;
        }

        @Override
        protected void init(Args args) {
            journal.add("init " + args.get(0, String.class));
        }

        @Override
        protected Reply handleCall(Pid from, Ref ref, Object request) {
            return Reply.of(request + "!");
        }

        @Override
        protected void terminate(Reason why) {
            journal.add("end");
        }
    }

    @Test
    void process_classExtendsActor_isTheBehaviourItself() {
        Contexts.run(Contexts.with(Journal.class, Plain.class), context -> {
            ErgoTemplate template = context.getBean(ErgoTemplate.class);
            Pid pid = template.spawn(Plain.class, "x");
            assertThat(template.call(pid, "hello", String.class)).isEqualTo("hello!");
            context.getBean(Node.class).sendExit(pid, Reason.of("enough"));
            context.getBean(Journal.class).awaitEntries("init x", "end");
            assertThatThrownBy(() -> template.spawn(Plain.class, 1)).isInstanceOf(ErgoException.class);
        });
    }

    @ErgoActor
    static class Mixed extends Actor {

        @OnMessage
        void take(String message) {}
    }

    @Test
    void context_actorMixesBothWays_failsToStart() {
        Contexts.with(Mixed.class).run(context -> assertThat(context).getFailure().rootCause()
                .isInstanceOf(ErgoSetupException.class).hasMessageContaining("Mixed"));
    }

    record Ask(Pid other) implements Request<Pid> {}

    record Self() implements Request<Boolean> {}

    record Spawn() implements Request<Pid> {}

    record SpawnTrapper() implements Request<Pid> {}

    @ErgoActor
    static class Teller {

        private final ErgoTemplate template;
        private final List<Pid> senders = new ArrayList<>();

        Teller(ErgoTemplate template) {
            this.template = template;
        }

        @OnMessage
        void note(Pid from, String message) {
            senders.add(from);
        }

        @OnCall
        Pid who(Who request, Pid from) {
            return from;
        }

        @OnCall
        Pid ask(Ask request) {
            return template.call(request.other(), new Who());
        }

        @OnCall
        boolean self(Self request, ProcessContext self) {
            try {
                template.call(self.pid(), new Who());
                return false;
            } catch (ErgoException refused) {
                return refused.reason().equals(Reason.NOT_ALLOWED);
            }
        }

        @OnCall
        Pid spawn(Spawn request) {
            return template.spawn(Teller.class);
        }

        @OnCall
        Pid spawn(SpawnTrapper request) {
            return template.spawn(Trapper.class);
        }
    }

    @Test
    void template_insideAHandler_actsAsTheProcess() {
        Contexts.run(Contexts.with(Teller.class), context -> {
            Node node = context.getBean(Node.class);
            ErgoTemplate template = context.getBean(ErgoTemplate.class);
            Pid one = template.spawn(Teller.class);
            Pid two = template.spawn(Teller.class);

            assertThat(template.call(one, new Ask(two))).isEqualTo(one);
            assertThat(template.call(one, new Self())).isTrue();
            Pid child = template.call(one, new Spawn());
            assertThat(node.processInfo(child).orElseThrow().parent()).isEqualTo(one);
        });
    }

    @Test
    void template_outside_actsAsTheNode() throws Exception {
        Contexts.run(Contexts.with(Teller.class), context -> {
            Node node = context.getBean(Node.class);
            ErgoTemplate template = context.getBean(ErgoTemplate.class);
            Pid one = template.spawn(Teller.class, SpawnOptions.named("teller"), Args.none());

            assertThat(template.call("teller", new Who())).isEqualTo(node.pid());
            assertThat(template.request(one, new Who()).join()).isEqualTo(node.pid());
            assertThat(node.processInfo(one).orElseThrow().parent()).isEqualTo(node.pid());
            assertThatThrownBy(() -> template.spawn(String.class)).isInstanceOf(ErgoSetupException.class)
                    .hasMessageContaining("java.lang.String");
        });
    }

    @ErgoActor(trapExit = true)
    static class Trapper {

        private final Journal journal;

        Trapper(Journal journal) {
            this.journal = journal;
        }

        @OnMessage
        void exit(MessageExitPid exit) {
            journal.add("trapped " + exit.reason());
        }
    }

    @Test
    void actor_trapsExits_getsThemAsMessages() {
        Contexts.run(Contexts.with(Journal.class, Trapper.class, Teller.class), context -> {
            Node node = context.getBean(Node.class);
            ErgoTemplate template = context.getBean(ErgoTemplate.class);
            Pid spawner = template.spawn(Teller.class);
            Pid trapper = template.call(spawner, new SpawnTrapper());
            node.sendExit(trapper, Reason.of("a wish"));
            context.getBean(Journal.class).awaitEntries("trapped a wish");
            assertThat(node.processInfo(trapper)).isPresent();
        });
    }

    @Import({Journal.class, Counter.class})
    static class Parallel {}

    @Test
    void contexts_twoInOneJvm_haveNodesOfTheirOwn() {
        Contexts.run(Contexts.with(Parallel.class).withPropertyValues("ergo.node.name=one@localhost"),
                one -> Contexts.run(Contexts.with(Parallel.class).withPropertyValues("ergo.node.name=two@localhost"),
                        two -> {
                            Pid inOne = one.getBean(ErgoTemplate.class).spawn(Counter.class, 1);
                            Pid inTwo = two.getBean(ErgoTemplate.class).spawn(Counter.class, 2);
                            assertThat(inOne.node()).isEqualTo("one@localhost");
                            assertThat(inTwo.node()).isEqualTo("two@localhost");
                            assertThat(two.getBean(ErgoTemplate.class).call(inTwo, new Count())).isEqualTo(2);
                        }));
    }
}
