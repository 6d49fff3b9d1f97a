package io.ergo.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.ergo.Pid;
import io.ergo.Request;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.ErgoTemplate;
import io.ergo.spring.OnCall;
import io.ergo.spring.ThreadContextCleaner;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;

class WorkerThreadsTest {

    record Look() implements Request<Map<String, String>> {}

    record Leave() implements Request<Boolean> {}

    @ErgoActor(name = "looker")
    static class Looker {

        @OnCall
        Map<String, String> look(Look request) {
            Map<String, String> context = MDC.getCopyOfContextMap();
            return context != null ? context : Map.of();
        }

        @OnCall
        boolean leave(Leave request) {
            MDC.put("left", "behind");
            Thread.currentThread().interrupt();
            return Thread.currentThread().isInterrupted();
        }
    }

    @Test
    void thread_afterAMessage_isClean() {
        AtomicInteger cleaned = new AtomicInteger();
        Contexts.run(
                Contexts.with(Looker.class).withPropertyValues("ergo.node.slots=1").withBean(ThreadContextCleaner.class,
                        () -> cleaned::incrementAndGet),
                context -> {
                    ErgoTemplate template = context.getBean(ErgoTemplate.class);
                    for (int times = 0; times < 20; times++) {
                        assertThat(template.call("looker", new Leave())).isTrue();
                        assertThat(template.call("looker", new Look())).isEmpty();
                    }
                    assertThat(cleaned).hasValueGreaterThanOrEqualTo(39);
                });
    }

    @Test
    void mdc_wanted_tellsTheProcess() {
        Contexts.run(Contexts.with(Looker.class).withPropertyValues("ergo.node.mdc=true"), context -> {
            ErgoTemplate template = context.getBean(ErgoTemplate.class);
            Pid pid = template.node().pidOf("looker").orElseThrow();
            assertThat(template.call("looker", new Look())).containsOnly(Map.entry("ergo.node", "test@localhost"),
                    Map.entry("ergo.pid", pid.toString()), Map.entry("ergo.name", "looker"),
                    Map.entry("ergo.application", "actors"));
            Pid unnamed = template.spawn(Looker.class);
            assertThat(template.call(unnamed, new Look())).containsOnlyKeys("ergo.node", "ergo.pid");
        });
    }

    @Test
    void mdc_ofTheSpawner_staysAsItWas() {
        Contexts.run(Contexts.with(Looker.class), context -> {
            MDC.put("request", "42");
            try {
                context.getBean(ErgoTemplate.class).spawn(Looker.class);
                @Nullable String kept = MDC.get("request");
                assertThat(kept).isEqualTo("42");
            } finally {
                MDC.remove("request");
            }
        });
    }

    record LeaveAll() implements Request<Boolean> {}

    record LookAtAll() implements Request<List<String>> {}

    @ErgoActor
    static class Careless {

        private final ObservationRegistry observations;

        Careless(ObservationRegistry observations) {
            this.observations = observations;
        }

        @OnCall
        @SuppressWarnings("MustBeClosedChecker")
        boolean leave(LeaveAll request) {
            SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("somebody", ""));
            TransactionSynchronizationManager.setActualTransactionActive(true);
            TransactionSynchronizationManager.bindResource("connection", "open");
            Observation.start("work", observations).openScope();
            return !look().isEmpty();
        }

        @OnCall
        List<String> look(LookAtAll request) {
            return look();
        }

        private List<String> look() {
            List<String> found = new ArrayList<>();
            if (SecurityContextHolder.getContext().getAuthentication() != null) {
                found.add("security");
            }
            if (TransactionSynchronizationManager.isActualTransactionActive()
                    || TransactionSynchronizationManager.hasResource("connection")) {
                found.add("transaction");
            }
            if (observations.getCurrentObservation() != null) {
                found.add("observation");
            }
            return found;
        }
    }

    private static final ApplicationContextRunner CARELESS = Contexts.with(Careless.class)
            .withConfiguration(AutoConfigurations.of(ErgoThreadContextAutoConfiguration.class))
            .withPropertyValues("ergo.node.slots=1").withBean(ObservationRegistry.class, () -> {
                ObservationRegistry registry = ObservationRegistry.create();
                registry.observationConfig().observationHandler(context -> true);
                return registry;
            });

    @Test
    void contexts_leftByAHandler_areCleared() {
        Contexts.run(CARELESS, context -> {
            ErgoTemplate template = context.getBean(ErgoTemplate.class);
            Pid pid = template.spawn(Careless.class);
            for (int times = 0; times < 5; times++) {
                assertThat(template.call(pid, new LeaveAll())).isTrue();
                assertThat(template.call(pid, new LookAtAll())).isEmpty();
            }
        });
    }

    @Test
    void cleaners_withoutTheirLibraries_areAbsent() {
        ApplicationContextRunner runner = Contexts.with()
                .withConfiguration(AutoConfigurations.of(ErgoThreadContextAutoConfiguration.class));
        Contexts.run(runner, context -> assertThat(context).getBeanNames(ThreadContextCleaner.class)
                .containsExactlyInAnyOrder("ergoSecurityContextCleaner", "ergoTransactionCleaner"));
        Contexts.run(
                runner.withClassLoader(
                        new FilteredClassLoader(SecurityContextHolder.class, TransactionSynchronizationManager.class)),
                context -> assertThat(context).doesNotHaveBean(ThreadContextCleaner.class));
        runner.withPropertyValues("ergo.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(ThreadContextCleaner.class));
    }
}
