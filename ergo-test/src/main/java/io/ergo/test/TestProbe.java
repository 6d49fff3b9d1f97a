package io.ergo.test;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.ergo.Address;
import io.ergo.Calling;
import io.ergo.Delivery;
import io.ergo.ErgoException;
import io.ergo.MessageDown;
import io.ergo.MessageExit;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

/**
 * A process that stands in for another one: it records what it receives and does what the test says. Without a duration its expectations
 * wait 5 seconds at most, virtual ones on a simulated node. All methods are for the thread of the test.
 *
 * <p>Requests stay open until the test answers them. Exit signals are trapped and recorded; only the end of the node ends the probe.
 */
public final class TestProbe {

    private static final Duration PATIENCE = Calling.DEFAULT_TIMEOUT;

    private final Node node;
    private final Pace pace;
    private final Inbox inbox;
    private final Pid pid;
    private final Expected expected;

    private TestProbe(Node node, Pace pace, Inbox inbox, Pid pid) {
        this.node = node;
        this.pace = pace;
        this.inbox = inbox;
        this.pid = pid;
        this.expected = new Expected(this, inbox);
    }

    static TestProbe spawn(Node node, Pace pace, SpawnOptions options) {
        Inbox inbox = pace.inbox();
        return new TestProbe(node, pace, inbox, node.spawn(() -> new Recorder(inbox), options));
    }

    /** Returns the pid of the probe, to be given to the processes under test. */
    public Pid pid() {
        return pid;
    }

    /** Sends a message from the probe. */
    public Delivery send(Address to, Object message) {
        return perform(self -> self.send(to, message));
    }

    /** Sends a message from the probe to the process registered under the name. */
    public Delivery send(String name, Object message) {
        return perform(self -> self.send(name, message));
    }

    /**
     * Lets the probe monitor the target, see {@link #expectDown(Address)}.
     *
     * @throws ErgoException as {@link io.ergo.Linking#monitor}
     */
    public void monitor(Address target) {
        perform(self -> {
            self.monitor(target);
            return target;
        });
    }

    /**
     * Lets the probe link to the target, see {@link #expectExit(Address)}.
     *
     * @throws ErgoException as {@link io.ergo.Linking#link}
     */
    public void link(Address target) {
        perform(self -> {
            self.link(target);
            return target;
        });
    }

    /** Takes the next message, which must be of the type and come within 5 seconds. */
    public <T> T expectMessage(Class<T> type) {
        return expectMessage(type, PATIENCE);
    }

    /**
     * Takes the next message, which must be of the type.
     *
     * @param atMost how long it may take to come
     * @throws AssertionError if nothing comes in time, or something else does
     */
    public <T> T expectMessage(Class<T> type, Duration atMost) {
        Received received = expected.next("a message of " + type, atMost,
                each -> each.ref() == null && type.isInstance(each.message()));
        return type.cast(received.message());
    }

    /** Takes the next request, which must be of the type and come within 5 seconds. */
    public <T> ProbeRequest<T> expectRequest(Class<T> type) {
        return expectRequest(type, PATIENCE);
    }

    /**
     * Takes the next request, which must be of the type.
     *
     * @param atMost how long it may take to come
     * @return the request, to be answered
     * @throws AssertionError if nothing comes in time, or something else does
     */
    public <T> ProbeRequest<T> expectRequest(Class<T> type, Duration atMost) {
        Received received = expected.next("a request of " + type, atMost,
                each -> each.ref() != null && type.isInstance(each.message()));
        return new ProbeRequest<>(this, type.cast(received.message()), received.from(),
                Objects.requireNonNull(received.ref()));
    }

    /** Waits until the end of the target is told; it may come in between messages, which stay. Needs {@link #monitor}. */
    public Reason expectDown(Address target) {
        return expectDown(target, PATIENCE);
    }

    /**
     * Waits until the end of the target is told; it may come in between messages, which stay. Needs {@link #monitor}.
     *
     * @return why it ended
     * @throws AssertionError if nothing comes in time
     */
    public Reason expectDown(Address target, Duration atMost) {
        Received received = expected.any("the end of " + target, atMost,
                each -> each.message() instanceof MessageDown down && down.source().equals(target));
        return ((MessageDown) received.message()).reason();
    }

    /** Waits until an exit signal of the source comes; it may come in between messages, which stay. Needs {@link #link}. */
    public Reason expectExit(Address source) {
        return expectExit(source, PATIENCE);
    }

    /**
     * Waits until an exit signal of the source comes; it may come in between messages, which stay. Needs {@link #link}.
     *
     * @return the reason of the signal
     * @throws AssertionError if nothing comes in time
     */
    public Reason expectExit(Address source, Duration atMost) {
        Received received = expected.any("an exit signal of " + source, atMost,
                each -> each.message() instanceof MessageExit exit && exit.source().equals(source));
        return ((MessageExit) received.message()).reason();
    }

    /**
     * Lets virtual time pass; nothing may be there at its end.
     *
     * @throws ErgoException {@link Reason#UNSUPPORTED} unless the node is simulated: in real time silence proves nothing
     * @throws AssertionError if something was received
     */
    public void expectNoMessage(Duration duration) {
        pace.advance(duration);
        expected.nothing(duration);
    }

    /** Returns what was received and not yet taken, in order. */
    public List<Object> received() {
        return inbox.all().stream().map(Received::message).toList();
    }

    /** Forgets what was received. */
    public void clear() {
        inbox.clear();
    }

    /** Lets the process of the probe do something and returns what came of it. */
    <T> T perform(Function<ProcessContext, T> action) {
        return switch (node.call(pid, new Recorder.Order<>(action))) {
            case Recorder.Returned<T>(T value) -> value;
            case Recorder.Threw<T>(RuntimeException exception) -> throw exception;
        };
    }

    @Override
    public String toString() {
        return "probe " + pid;
    }
}
