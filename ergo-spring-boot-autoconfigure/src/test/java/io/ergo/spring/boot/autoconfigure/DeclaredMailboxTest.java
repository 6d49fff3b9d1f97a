package io.ergo.spring.boot.autoconfigure;

import java.time.Duration;

import io.ergo.Node;
import io.ergo.Overflow;
import io.ergo.Pid;
import io.ergo.ProcessInfo;
import io.ergo.spring.Child;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.ErgoApplication;
import io.ergo.spring.ErgoSetupException;
import io.ergo.spring.ErgoSupervisor;
import io.ergo.spring.ErgoTemplate;
import io.ergo.spring.MailboxLimit;
import io.ergo.spring.MailboxLimit.Policy;
import io.ergo.spring.OnMessage;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** The limit of a mailbox that an actor declares, wherever the actor is started. */
class DeclaredMailboxTest {

    @ErgoActor(name = "orphan", mailbox = @MailboxLimit(size = "${orphan.size:7}", overflow = Policy.DROP_OLDEST))
    static class Orphan {

        @OnMessage
        void take(String message) {}
    }

    @ErgoActor(mailbox = @MailboxLimit(size = "8", overflow = Policy.AWAIT, atMost = "2s"))
    static class InATree {

        @OnMessage
        void take(String message) {}
    }

    @ErgoActor(mailbox = @MailboxLimit(size = "9", overflow = Policy.FALLBACK, fallback = "orphan", tag = "t"))
    static class Member {

        @OnMessage
        void take(String message) {}
    }

    @ErgoActor(mailbox = @MailboxLimit(size = "10"))
    static class Template {

        @OnMessage
        void take(String message) {}
    }

    @ErgoSupervisor(name = "sup", children = @Child(value = InATree.class, name = "child"))
    static class Sup {}

    @ErgoApplication(name = "app", members = {@Child(Sup.class), @Child(value = Member.class, name = "member")})
    static class App {}

    @Import({Orphan.class, InATree.class, Member.class, Template.class, Sup.class, App.class})
    static class All {}

    @Test
    void declaredLimit_holdsInEachPlace() {
        Contexts.run(Contexts.with(All.class), context -> {
            Node node = context.getBean(Node.class);
            ErgoTemplate ergo = context.getBean(ErgoTemplate.class);

            assertLimit(node, node.pidOf("orphan").orElseThrow(), 7, Overflow.dropOldest());
            assertLimit(node, node.pidOf("child").orElseThrow(), 8, Overflow.await(Duration.ofSeconds(2)));
            assertLimit(node, node.pidOf("member").orElseThrow(), 9, Overflow.fallback("orphan", "t"));
            assertLimit(node, ergo.spawn(Template.class), 10, Overflow.reject());
        });
    }

    private static void assertLimit(Node node, Pid pid, int size, Overflow overflow) {
        ProcessInfo info = node.processInfo(pid).orElseThrow();
        assertThat(info.mailboxSize()).isEqualTo(size);
        assertThat(info.overflow()).isEqualTo(overflow);
    }

    @ErgoActor(mailbox = @MailboxLimit(overflow = Policy.DROP_OLDEST))
    static class WithoutSize extends Orphan {}

    @ErgoActor(mailbox = @MailboxLimit(size = "many"))
    static class NoNumber extends Orphan {}

    @ErgoActor(mailbox = @MailboxLimit(size = "-1"))
    static class Negative extends Orphan {}

    @ErgoActor(mailbox = @MailboxLimit(size = "1", overflow = Policy.FALLBACK))
    static class NoFallback extends Orphan {}

    @ErgoActor(mailbox = @MailboxLimit(size = "1", fallback = "orphan"))
    static class UselessFallback extends Orphan {}

    @ErgoActor(mailbox = @MailboxLimit(size = "1", overflow = Policy.AWAIT, atMost = "soon"))
    static class NoDuration extends Orphan {}

    @ErgoActor(mailbox = @MailboxLimit(size = "1", overflow = Policy.AWAIT, atMost = "0s"))
    static class NoTime extends Orphan {}

    @Test
    void wrongLimit_failsAtStart() {
        assertFails(WithoutSize.class, "has no size");
        assertFails(NoNumber.class, "'many', which is no number");
        assertFails(Negative.class, "must not be negative");
        assertFails(NoFallback.class, "names no fallback");
        assertFails(UselessFallback.class, "but its overflow is REJECT");
        assertFails(NoDuration.class, "soon");
        assertFails(NoTime.class, "must be positive");
    }

    private static void assertFails(Class<?> actor, String what) {
        Contexts.with(actor).run(context -> assertThat(context).hasFailed().getFailure()
                .hasRootCauseInstanceOf(ErgoSetupException.class).rootCause().hasMessageContaining(actor.getName())
                .hasMessageContaining(what));
    }
}
