package io.ergo.engine.application;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import io.ergo.ApplicationOptions;
import io.ergo.ApplicationSpec;
import io.ergo.ApplicationState;
import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.actor.Actor;
import io.ergo.engine.dispatch.ThreadedDispatcher;
import io.ergo.engine.log.LogOptions;
import io.ergo.engine.process.Kernel;
import io.ergo.engine.process.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ApplicationsTest {

    private final Kernel kernel = new Kernel("applications@localhost", 1,
            ThreadedDispatcher.start("applications", 1, (_, _) -> {}), _ -> {}, false, LogOptions.defaults());

    private static final class Idle extends Actor {}

    @AfterEach
    void close() {
        kernel.dispatcher().close();
    }

    private static Node nobodyAsks() {
        return (Node) Proxy.newProxyInstance(Node.class.getClassLoader(), new Class<?>[] {Node.class},
                (_, method, _) -> {
                    throw new AssertionError(method + " was not expected");
                });
    }

    /** The environment of the node is asked behind the first look whether the node stops, and before the run can be found. */
    @Test
    void start_nodeStopsBeforeTheRunCanBeFound_startsNoMember() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        Applications applications = new Applications(kernel, false, () -> {
            meanwhile.get().run();
            return Variables.none();
        });
        ApplicationSpec.Member member = new ApplicationSpec.Member("member", Idle::new, SpawnOptions.defaults(),
                Args.none());
        applications.load(ApplicationSpec.of("app", member));
        meanwhile.set(() -> applications.stopAll(Duration.ofSeconds(1)));

        assertThatExceptionOfType(ErgoException.class)
                .isThrownBy(() -> applications.start("app", ApplicationOptions.defaults(), nobodyAsks()))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.APPLICATION_STOPPING));

        assertThat(applications.info("app").orElseThrow().state()).isEqualTo(ApplicationState.LOADED);
        assertThat(kernel.population().awaitEmpty(Duration.ZERO)).as("no member was spawned").isTrue();
    }
}
