package io.ergo.benchmarks.soak;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import io.ergo.Alias;
import io.ergo.ErgoException;
import io.ergo.MessageDownPid;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Request;
import io.ergo.Stop;
import io.ergo.Timing.Cancellable;
import io.ergo.actor.Actor;

/** The actors of the {@link Load}s. */
final class SoakActors {

    private SoakActors() {}

    /** Asks for the number that comes back. */
    record Ask(int value) implements Request<Integer> {}

    /** Sends back what it gets and answers what it is asked. */
    static final class Pong extends Actor {

        @Override
        protected void handleMessage(Pid from, Object message) {
            self().send(from, message);
        }

        @Override
        protected Reply handleCall(Pid from, Ref ref, Object request) {
            return request instanceof Ask ask ? Reply.of(ask.value()) : Reply.unsupported();
        }
    }

    /** Never answers. */
    static final class Mute extends Actor {

        @Override
        protected Reply handleCall(Pid from, Ref ref, Object request) {
            return Reply.later();
        }
    }

    /** Sends to and fro. */
    static final class Ping extends Actor {

        private final Pid pong;
        private final CountDownLatch done;
        private int left;

        Ping(Pid pong, int exchanges, CountDownLatch done) {
            this.pong = pong;
            this.left = exchanges;
            this.done = done;
        }

        @Override
        protected void handleMessage(Pid from, Object message) {
            if (left-- == 0) {
                done.countDown();
            } else {
                self().send(pong, left);
            }
        }
    }

    /** Calls, and waits in vain for one in ten answers. Then it ends. */
    static final class Caller extends Actor {

        private static final int ONE_IN = 10;
        private static final Duration SHORT = Duration.ofMillis(2);

        private final Pid pong;
        private final Pid mute;
        private final int calls;
        private final CountDownLatch done;

        Caller(Pid pong, Pid mute, int calls, CountDownLatch done) {
            this.pong = pong;
            this.mute = mute;
            this.calls = calls;
            this.done = done;
        }

        @Override
        protected void handleMessage(Pid from, Object go) {
            for (int i = 1; i <= calls; i++) {
                if (i % ONE_IN == 0) {
                    callInVain(i);
                } else if (self().call(pong, new Ask(i)) != i) {
                    throw new IllegalStateException("a call got the answer of another one");
                }
            }
            throw new Stop(Reason.NORMAL);
        }

        private void callInVain(int value) {
            try {
                self().call(mute, new Ask(value), SHORT);
                throw new IllegalStateException("a call was answered that nobody answers");
            } catch (ErgoException expected) {
                if (!expected.reason().equals(Reason.TIMEOUT)) {
                    throw expected;
                }
            }
        }

        @Override
        protected void terminate(Reason why) {
            done.countDown();
        }
    }

    /** Ends with its first message, or throws it. */
    static final class Mayfly extends Actor {

        private final CountDownLatch ended;

        Mayfly(CountDownLatch ended) {
            this.ended = ended;
        }

        @Override
        protected void handleMessage(Pid from, Object message) {
            if (message instanceof RuntimeException failure) {
                throw failure;
            }
            throw new Stop(Reason.NORMAL);
        }

        @Override
        protected void terminate(Reason why) {
            ended.countDown();
        }
    }

    /** Takes a name and an alias and gives them back, again and again; ends with both. */
    static final class Namer extends Actor {

        private final String name;
        private final int times;
        private final CountDownLatch ended;

        Namer(String name, int times, CountDownLatch ended) {
            this.name = name;
            this.times = times;
            this.ended = ended;
        }

        @Override
        protected void handleMessage(Pid from, Object go) {
            for (int i = 0; i < times; i++) {
                self().registerName(name + "." + i);
                Alias alias = self().createAlias();
                self().unregisterName();
                self().deleteAlias(alias);
            }
            self().registerName(name);
            self().createAlias();
            throw new Stop(Reason.NORMAL);
        }

        @Override
        protected void terminate(Reason why) {
            ended.countDown();
        }
    }

    /** Sends itself reminders, cancels every other one, and ends when half of the rest has come. */
    static final class Timer extends Actor {

        private static final int LONGEST_MILLIS = 50;

        private final CountDownLatch ended;
        private int left;

        Timer(int times, CountDownLatch ended) {
            this.left = times;
            this.ended = ended;
        }

        @Override
        protected void handleMessage(Pid from, Object message) {
            if (message.equals("go")) {
                for (int i = 0; i < left; i++) {
                    Cancellable timer = self().sendAfter(self().pid(), "tick", Duration.ofMillis(i % LONGEST_MILLIS));
                    if (i % 2 == 0) {
                        timer.cancel();
                    }
                }
                left = Math.max(1, left / 4);
            } else if (--left == 0) {
                throw new Stop(Reason.NORMAL);
            }
        }

        @Override
        protected void terminate(Reason why) {
            ended.countDown();
        }
    }

    /** Spawns a process, watches it in all ways and ends it; every other time it takes the relations back before. */
    static final class Relater extends Actor {

        private final CountDownLatch ended;
        private int left;

        Relater(int times, CountDownLatch ended) {
            this.left = times;
            this.ended = ended;
        }

        @Override
        protected void handleMessage(Pid from, Object message) {
            if (!(message instanceof MessageDownPid) && !message.equals("go")) {
                return;
            }
            for (; left > 0; left--) {
                Pid target = self().spawn(Mute::new);
                self().monitor(target);
                self().link(target);
                self().unlink(target);
                if (left % 2 == 0) {
                    self().node().kill(target);
                    left--;
                    return; // goes on with the notice
                }
                self().demonitor(target);
                self().node().kill(target);
            }
            throw new Stop(Reason.NORMAL);
        }

        @Override
        protected void terminate(Reason why) {
            ended.countDown();
        }
    }

    /** Fails with its first message. */
    static final class Fragile extends Actor {

        private final CountDownLatch crashes;

        Fragile(CountDownLatch crashes) {
            this.crashes = crashes;
        }

        @Override
        protected void handleMessage(Pid from, Object message) {
            crashes.countDown();
            throw new IllegalStateException("on purpose");
        }
    }
}
