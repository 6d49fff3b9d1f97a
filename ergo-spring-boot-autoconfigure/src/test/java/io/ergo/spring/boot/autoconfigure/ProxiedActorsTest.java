package io.ergo.spring.boot.autoconfigure;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.atomic.AtomicInteger;

import io.ergo.Pid;
import io.ergo.Request;
import io.ergo.actor.Actor;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.ErgoSetupException;
import io.ergo.spring.ErgoTemplate;
import io.ergo.spring.OnCall;
import io.ergo.spring.OnMessage;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ProxiedActorsTest {

    /** Stands for @Transactional and its like. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Audited {}

    @Configuration(proxyBeanMethods = false)
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static class Auditing {

        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static DefaultAdvisorAutoProxyCreator proxies(Environment environment) {
            DefaultAdvisorAutoProxyCreator creator = new DefaultAdvisorAutoProxyCreator();
            creator.setProxyTargetClass(environment.getProperty("of-classes", Boolean.class, true));
            return creator;
        }

        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static AtomicInteger audited() {
            return new AtomicInteger();
        }

        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static Advisor advisor(AtomicInteger audited) {
            return new DefaultPointcutAdvisor(AnnotationMatchingPointcut.forMethodAnnotation(Audited.class),
                    (MethodInterceptor) invocation -> {
                        audited.incrementAndGet();
                        return invocation.proceed();
                    });
        }
    }

    record Sum() implements Request<Integer> {}

    static class Ended {

        private final AtomicInteger sum = new AtomicInteger(-1);
    }

    @ErgoActor
    static class Adder implements DisposableBean {

        private final Ended ended;
        private int sum;

        Adder(Ended ended) {
            this.ended = ended;
        }

        @OnMessage
        @Audited
        void add(Integer number) {
            sum += number;
        }

        @OnCall
        public int sum(Sum request) {
            return sum;
        }

        @Override
        public void destroy() {
            ended.sum.set(sum);
        }
    }

    @Test
    void actor_behindAClassProxy_isCalledThroughIt() {
        Contexts.run(Contexts.with(Auditing.class, Ended.class, Adder.class), context -> {
            ErgoTemplate template = context.getBean(ErgoTemplate.class);
            Pid one = template.spawn(Adder.class);
            template.send(one, 1).orThrow();
            template.send(one, 2).orThrow();
            assertThat(template.call(one, new Sum())).isEqualTo(3);
            assertThat(context.getBean(AtomicInteger.class)).hasValue(2);
            template.sendExit(one, io.ergo.Reason.SHUTDOWN);
            await().untilAsserted(() -> assertThat(context.getBean(Ended.class).sum).hasValue(3));
        });
    }

    private static void fails(Class<?> actor, String words, String... properties) {
        Contexts.with(Auditing.class, actor).withPropertyValues(properties)
                .run(context -> assertThat(context).getFailure()
                        .rootCause().isInstanceOf(ErgoSetupException.class).hasMessageContaining(actor.getName())
                        .hasMessageContaining(words));
    }

    @ErgoActor
    static class FinalHandler {

        @OnMessage
        @Audited
        void take(String message) {}

        @OnMessage
        final void hidden(Integer message) {}
    }

    @Test
    void handler_finalBehindAProxy_failsToStart() {
        fails(FinalHandler.class, "FinalHandler.hidden(Integer)");
    }

    interface Taking {

        void take(String message);
    }

    @ErgoActor
    static class WithInterface implements Taking {

        @Override
        @OnMessage
        @Audited
        public void take(String message) {}

        @OnMessage
        void other(Integer message) {}
    }

    @Test
    void actor_behindAnInterfaceProxy_failsToStart() {
        fails(WithInterface.class, "proxy of its interfaces", "of-classes=false");
    }

    @ErgoActor
    static class Plain extends Actor {

        @Audited
        public void work() {}
    }

    @Test
    void behaviour_behindAProxy_failsToStart() {
        fails(Plain.class, "which would be started in its place");
    }
}
