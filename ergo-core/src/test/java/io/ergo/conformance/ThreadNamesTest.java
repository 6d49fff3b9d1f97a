package io.ergo.conformance;

import io.ergo.SpawnOptions;

import static org.assertj.core.api.Assertions.assertThat;

/** The names of threads while they run processes. */
class ThreadNamesTest {

    private static String nameIn(Probe probe) {
        return probe.in(_ -> Thread.currentThread().getName());
    }

    @BothDispatchers
    void thread_namesAreOn_hasPidNameAndBehaviorWhileItRunsTheProcess(World world) {
        world.start("named@localhost", builder -> builder.nameThreads(true));
        Probe first = world.spawn(SpawnOptions.named("first"));
        Probe second = world.spawn();

        assertThat(nameIn(first)).isEqualTo(first.pid() + " 'first' " + Recorder.class.getName());
        assertThat(nameIn(second)).isEqualTo(second.pid() + " " + Recorder.class.getName());
        assertThat(nameIn(first)).startsWith(first.pid().toString());
    }

    @BothDispatchers
    void thread_namesAreOn_hasItsOwnNameBackAfterwards(World world) {
        world.start("back@localhost", builder -> builder.nameThreads(true));
        Probe probe = world.spawn();

        Thread thread = probe.in(_ -> Thread.currentThread());

        world.await("it is named as before", () -> !thread.getName().contains(probe.pid().toString()));
        assertThat(thread.getName()).isEqualTo(world.isThreaded() ? "back@localhost-worker" : "simulation-fiber");
    }

    @BothDispatchers
    void thread_namesAreOff_saysNothingOfTheProcess(World world) {
        Probe probe = world.spawn();

        assertThat(nameIn(probe)).doesNotContain(probe.pid().toString());
    }
}
