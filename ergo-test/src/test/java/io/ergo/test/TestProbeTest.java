package io.ergo.test;

import java.time.Duration;

import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Request;
import io.ergo.Stop;
import io.ergo.actor.Actor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TestProbeTest {

    record Price(int cents) {}

    record Ask(String article) implements Request<Integer> {}

    /** Forwards numbers to whom it was told, later if they are negative; ends on "end"; asks that process on "ask". */
    static final class Forwarder extends Actor {

        private Pid to;

        @Override
        protected void init(Args args) {
            to = args.get(0, Pid.class);
        }

        @Override
        protected void handleMessage(Pid from, Object message) {
            switch (message) {
                case Integer cents when cents < 0 -> self().sendAfter(to, new Price(-cents), Duration.ofSeconds(3));
                case Integer cents -> self().send(to, new Price(cents));
                case String order when order.equals("ask") -> self().send(from, self().call(to, new Ask("pen")));
                case String order when order.equals("fail") -> self().send(from, failure(to));
                default -> throw new Stop(Reason.of("told to"));
            }
        }

        private String failure(Pid seller) {
            try {
                return "price " + self().call(seller, new Ask("pen"));
            } catch (ErgoException e) {
                return e.reason().text();
            }
        }

        @Override
        protected Reply handleCall(Pid from, Ref ref, Object request) {
            return Reply.unsupported();
        }
    }

    /** What holds in both kinds of time. */
    abstract static class InAnyTime {

        @Test
        void expectMessage_messageCame_returnsIt(Node node, TestProbe probe) {
            probe.send(forwarder(node, probe), 5);

            assertThat(probe.expectMessage(Price.class)).isEqualTo(new Price(5));
            assertThat(probe.received()).isEmpty();
        }

        @Test
        void expectMessage_anotherCame_failsNamingBoth(Node node, TestProbe probe) {
            Pid forwarder = forwarder(node, probe);
            probe.send(probe.pid(), "first");
            probe.send(forwarder, 5);

            assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> probe.expectMessage(Price.class))
                    .withMessageContaining(
                            "expected a message of class io.ergo.test.TestProbeTest$Price, but received first from "
                                    + probe.pid());
        }

        @Test
        void expectMessage_nothingCame_failsAfterTheTime(TestProbe probe) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> probe.expectMessage(Price.class, Duration.ofMillis(20)))
                    .withMessageEndingWith("within PT0.02S, but nothing came");
        }

        @Test
        void expectRequest_answered_theOtherGetsIt(Node node, TestProbe probe, TestProbe seller) {
            probe.send(forwarder(node, seller), "ask");

            ProbeRequest<Ask> request = seller.expectRequest(Ask.class);
            assertThat(request.request()).isEqualTo(new Ask("pen"));
            request.reply(120).orThrow();

            assertThat(probe.expectMessage(Integer.class)).isEqualTo(120);
        }

        @Test
        void expectRequest_failed_theOtherGetsTheReason(Node node, TestProbe probe, TestProbe seller) {
            probe.send(forwarder(node, seller), "fail");

            seller.expectRequest(Ask.class).fail(Reason.of("sold out"));

            assertThat(probe.expectMessage(String.class)).isEqualTo("sold out");
        }

        @Test
        void expectDown_monitoredProcessEnds_tellsWhyAndLeavesMessages(Node node, TestProbe probe) {
            Pid forwarder = forwarder(node, probe);
            probe.monitor(forwarder);
            probe.send(forwarder, 5);
            probe.send(forwarder, "end");

            assertThat(probe.expectDown(forwarder)).isEqualTo(Reason.of("told to"));
            assertThat(probe.expectMessage(Price.class)).isEqualTo(new Price(5));
        }

        @Test
        void expectExit_linkedProcessEnds_tellsWhyAndTheProbeLives(Node node, TestProbe probe) {
            Pid forwarder = forwarder(node, probe);
            probe.link(forwarder);
            probe.send(forwarder, "end");

            assertThat(probe.expectExit(forwarder)).isEqualTo(Reason.of("told to"));
            assertThat(node.processState(probe.pid())).isPresent();
        }

        @Test
        void monitor_unknownTarget_throwsInTheTest(TestProbe probe) {
            assertThatExceptionOfType(ErgoException.class).isThrownBy(() -> probe.monitor(ProcessId.local("nobody")))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PROCESS_UNKNOWN));
        }

        @Test
        void probe_named_isFoundByItsName(TestNode ergo) {
            TestProbe named = ergo.probe("collector");
            ergo.node().send("collector", "hello").orThrow();

            assertThat(named.expectMessage(String.class)).isEqualTo("hello");
        }

        @Test
        void await_conditionComesTrue_returns(TestNode ergo, TestProbe probe) {
            Pid forwarder = forwarder(ergo.node(), probe);
            probe.send(forwarder, "end");

            ergo.await("forwarder is gone", () -> ergo.node().processState(forwarder).isEmpty());
        }

        @Test
        void await_conditionStaysFalse_failsWithItsName(TestNode ergo) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> ergo.await("pigs fly", Duration.ofMillis(20), () -> false))
                    .withMessage("pigs fly: not within PT0.02S");
        }

        static Pid forwarder(Node node, TestProbe to) {
            return node.spawn(() -> new Forwarder(), io.ergo.SpawnOptions.defaults(), Args.of(to.pid()));
        }
    }

    @Nested
    @ErgoTest(mode = NodeMode.THREADED)
    class OnThreads extends InAnyTime {

        @Test
        void expectNoMessage_isRefused(TestProbe probe) {
            assertThatExceptionOfType(ErgoException.class).isThrownBy(() -> probe.expectNoMessage(Duration.ofMillis(1)))
                    .withMessageContaining("@ErgoTest(mode = NodeMode.SIMULATED)");
        }

        @Test
        void settle_isRefused(TestNode ergo) {
            assertThatExceptionOfType(ErgoException.class).isThrownBy(ergo::settle);
            assertThat(ergo.replay()).isEmpty();
        }
    }

    @Nested
    @ErgoTest
    class Simulated extends InAnyTime {

        @RepeatedTest(20)
        void expectNoMessage_delayedMessage_passesTheTimeExactlyInAnyOrder(Node node, TestProbe probe) {
            probe.send(forwarder(node, probe), -7);

            probe.expectNoMessage(Duration.ofMillis(2_999));
            assertThat(probe.expectMessage(Price.class, Duration.ofMillis(1))).isEqualTo(new Price(7));
        }

        @Test
        void expectNoMessage_messageComes_fails(Node node, TestProbe probe) {
            probe.send(forwarder(node, probe), 7);

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> probe.expectNoMessage(Duration.ofMillis(1)))
                    .withMessageContaining("expected nothing for PT0.001S, but it received [Price[cents=7] from ");
            probe.clear();
            probe.expectNoMessage(Duration.ofMinutes(5));
        }

        @Test
        void await_somethingFarAway_takesNoRealTime(TestNode ergo, TestProbe probe) {
            probe.send(forwarder(ergo.node(), probe), -7);

            ergo.await("the price came", Duration.ofDays(1), () -> !probe.received().isEmpty());
        }

        @Test
        void advance_longTime_runsWhatBecomesDue(TestNode ergo, TestProbe probe) {
            probe.send(forwarder(ergo.node(), probe), -7);
            ergo.settle();
            assertThat(probe.received()).isEmpty();

            ergo.advance(Duration.ofSeconds(3));
            assertThat(probe.received()).containsExactly(new Price(7));
        }
    }
}
