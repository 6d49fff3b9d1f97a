package io.ergo.spring.boot.autoconfigure;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.ergo.Pid;
import io.ergo.Request;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.ErgoTemplate;
import io.ergo.spring.OnCall;
import io.ergo.spring.ThreadContextCleaner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

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
}
