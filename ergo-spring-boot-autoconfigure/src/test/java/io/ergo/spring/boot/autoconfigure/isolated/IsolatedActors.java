package io.ergo.spring.boot.autoconfigure.isolated;

import java.util.concurrent.Callable;

import io.ergo.Pid;
import io.ergo.Request;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.ErgoTemplate;
import io.ergo.spring.OnCall;
import io.ergo.spring.OnInit;
import io.ergo.spring.OnMessage;
import io.ergo.spring.ReplyTo;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Is loaded by a class loader of its own, as DevTools does. */
@Configuration(proxyBeanMethods = false)
@Import(IsolatedActors.Adder.class)
class IsolatedActors {

    record Add(int number) {}

    record Sum() implements Request<Total> {}

    record Total(int value) {}

    @ErgoActor
    static class Adder {

        private int sum;

        @OnInit
        void start(int first) {
            sum = first;
        }

        @OnMessage
        void add(Add message, Pid from) {
            sum += message.number();
        }

        @OnCall
        void sum(Sum request, ReplyTo<Total> reply) {
            reply.reply(new Total(sum));
        }
    }

    @Bean
    Callable<Object> calculation(ErgoTemplate template) {
        return () -> {
            Pid adder = template.spawn(Adder.class, "1");
            template.send(adder, new Add(2)).orThrow();
            return template.call(adder, new Sum()).value();
        };
    }
}
