package io.ergo.userprograms;

import java.time.Duration;

import io.ergo.Args;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Request;
import io.ergo.SpawnOptions;
import io.ergo.actor.Actor;
import io.ergo.engine.NodeBuilder;

/** One actor, typed requests, a timer, arguments, a deadline. */
final class Thermostat extends Actor {

    sealed interface Message {}

    record Reading(double celsius) implements Message {}

    record Tick() implements Message {}

    record Target() implements Request<Double> {}

    private double target;
    private double last;

    @Override
    protected void init(Args args) {
        target = args.get(0, Double.class);
        self().sendAfter(self().pid(), new Tick(), Duration.ofSeconds(1));
    }

    @Override
    protected void handleMessage(Pid from, Object message) {
        if (message instanceof Message own) {
            switch (own) {
                case Reading(double celsius) -> last = celsius;
                case Tick() -> self().log().info("{} of {} degrees", last, target);
            }
        }
    }

    @Override
    protected Reply handleCall(Pid from, Ref ref, Object request) {
        return request instanceof Target ? Reply.of(target) : Reply.unsupported();
    }

    static double ask() {
        Node node = NodeBuilder.named("home@localhost").start();
        try {
            Pid pid = node.spawn(Thermostat::new, SpawnOptions.named("thermostat"), Args.of(21.5));
            node.send(pid, new Reading(20.0)).orThrow();
            node.send("thermostat", new Reading(20.5)).orThrow();
            double target = node.call(pid, new Target());
            return target + node.call("thermostat", new Target(), Duration.ofMillis(500));
        } finally {
            node.stop();
        }
    }
}
