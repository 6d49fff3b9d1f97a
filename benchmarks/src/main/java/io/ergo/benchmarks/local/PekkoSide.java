package io.ergo.benchmarks.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.ergo.benchmarks.local.PekkoTracked.Life;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;

/** Pekko's classic actors on the default dispatcher. */
final class PekkoSide implements Side {

    private static final long LIFE_LIMIT_SECONDS = 30;

    private final ActorSystem system = ActorSystem.create("bench");

    @Override
    public Round oneWay(int pairs, int each) {
        CountDownLatch done = new CountDownLatch(pairs);
        Life life = Life.of(2 * pairs);
        List<ActorRef> sources = new ArrayList<>(pairs);
        List<ActorRef> all = new ArrayList<>(2 * pairs);
        for (int i = 0; i < pairs; i++) {
            ActorRef sink = system
                    .actorOf(Props.create(PekkoActors.Sink.class, () -> new PekkoActors.Sink(life, each, done)));
            ActorRef source = system
                    .actorOf(Props.create(PekkoActors.Source.class, () -> new PekkoActors.Source(life, sink, each)));
            sources.add(source);
            all.addAll(List.of(sink, source));
        }
        return round(life, all, done, () -> sources.forEach(PekkoSide::go));
    }

    @Override
    public Round pingPong(int pairs, int exchanges) {
        CountDownLatch done = new CountDownLatch(pairs);
        Life life = Life.of(2 * pairs);
        List<ActorRef> pings = new ArrayList<>(pairs);
        List<ActorRef> pongs = new ArrayList<>(pairs);
        for (int i = 0; i < pairs; i++) {
            pings.add(system
                    .actorOf(Props.create(PekkoActors.Ping.class, () -> new PekkoActors.Ping(life, exchanges, done))));
            pongs.add(system.actorOf(Props.create(PekkoActors.Pong.class, () -> new PekkoActors.Pong(life))));
        }
        List<ActorRef> all = new ArrayList<>(pings);
        all.addAll(pongs);
        return round(life, all, done, () -> {
            for (int i = 0; i < pairs; i++) {
                pings.get(i).tell(pongs.get(i), ActorRef.noSender());
            }
        });
    }

    @Override
    public Round call(int calls) {
        CountDownLatch done = new CountDownLatch(1);
        Life life = Life.of(2);
        ActorRef echo = system.actorOf(Props.create(PekkoActors.Pong.class, () -> new PekkoActors.Pong(life)));
        ActorRef caller = system
                .actorOf(Props.create(PekkoActors.Caller.class, () -> new PekkoActors.Caller(life, echo, calls, done)));
        return round(life, List.of(echo, caller), done, () -> go(caller));
    }

    @Override
    public Round spawn(int actors) {
        CountDownLatch ended = new CountDownLatch(actors);
        Props mayfly = Props.create(PekkoActors.Mayfly.class, () -> new PekkoActors.Mayfly(ended));
        return new Round(() -> {
            for (int i = 0; i < actors; i++) {
                system.actorOf(mayfly);
            }
        }, ended, () -> {});
    }

    @Override
    public void close() {
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().join();
    }

    private static void go(ActorRef actor) {
        actor.tell(ONE, ActorRef.noSender());
    }

    private Round round(Life life, List<ActorRef> actors, CountDownLatch done, Runnable first) {
        await(life.begun(), "begin");
        return new Round(first, done, () -> {
            actors.forEach(system::stop);
            await(life.ended(), "end");
        });
    }

    private static void await(CountDownLatch latch, String what) {
        try {
            if (!latch.await(LIFE_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        latch.getCount() + " actors must " + what + " within " + LIFE_LIMIT_SECONDS + " s but did not");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while actors should " + what, e);
        }
    }
}
