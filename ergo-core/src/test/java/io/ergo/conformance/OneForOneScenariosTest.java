package io.ergo.conformance;

import java.time.Duration;
import java.util.List;

import io.ergo.Args;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.SupervisionInfo.Child;
import io.ergo.SupervisorType;
import io.ergo.actor.SupervisorSpec;

import static io.ergo.RestartStrategy.PERMANENT;
import static io.ergo.RestartStrategy.TEMPORARY;
import static io.ergo.RestartStrategy.TRANSIENT;
import static io.ergo.SupervisorType.ONE_FOR_ONE;
import static io.ergo.conformance.Expect.CUSTOM;
import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** The worked scenarios of one for one, on a node. */
class OneForOneScenariosTest {

    private static final Reason EXCEEDED = Reason.SUPERVISOR_RESTARTS_EXCEEDED;
    private static final Duration LONG = Duration.ofMinutes(10);

    private static SupervisorSpec autoShutdown(SupervisorSpec spec) {
        return spec.withDisableAutoShutdown(false);
    }

    @BothDispatchers
    void S1_ofoTransient_custom_restartsTheFailedOneUnderItsNameWithItsArguments(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, TRANSIENT, spec -> spec.withChildren(
                spec.children().stream().map(child -> child.withArgs(Args.of(child.name(), 7))).toList()));
        List<Pid> before = family.pids();

        family.ends("b", CUSTOM, "end b disk full", "start b");

        assertThat(family.pids()).hasSize(3).contains(before.get(0), before.get(2)).doesNotContain(before.get(1));
        assertThat(world.node().pidOf("b")).contains(family.pid("b"));
        assertThat(family.probe("b").arguments()).containsExactly(Args.of("b", 7), Args.of("b", 7));
    }

    @BothDispatchers
    void S2_ofoTransient_normalEnds_areNotRestarted(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, TRANSIENT);

        family.ends("b", Reason.NORMAL, "end b normal");
        family.ends("a", Reason.SHUTDOWN, "end a shutdown");

        assertThat(family.list()).containsExactly("a-", "b-", "c");
    }

    @BothDispatchers
    void S3_ofoPermanent_normal_restarts(World world) {
        Family.of(world, ONE_FOR_ONE, PERMANENT).ends("a", Reason.NORMAL, "end a normal", "start a");
    }

    @BothDispatchers
    void S4_ofoTemporary_kill_staysDown(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, TEMPORARY);

        family.ends("a", Reason.KILL, "end a kill");

        assertThat(family.list()).containsExactly("a-", "b", "c");
    }

    @BothDispatchers
    void S5_ofoTemporary_lastOneEnds_supervisorEndsWithItsReason(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, TEMPORARY, OneForOneScenariosTest::autoShutdown);

        family.ends("a", Reason.of("x"), "end a x");
        family.ends("b", Reason.of("y"), "end b y");
        family.sup.end(family.pid("c"), Reason.of("z"));

        family.endsWith(world, Reason.of("z"));
    }

    @BothDispatchers
    void S6_ofoTransient_allEndNormally_supervisorEndsWithNormal(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, TRANSIENT, OneForOneScenariosTest::autoShutdown);

        family.ends("a", Reason.NORMAL, "end a normal");
        family.ends("b", Reason.NORMAL, "end b normal");
        family.sup.end(family.pid("c"), Reason.NORMAL);

        family.endsWith(world, Reason.NORMAL);
    }

    @BothDispatchers
    void S7_ofoTransientSignificant_custom_restarts(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, TRANSIENT, Family.significant("b"));

        family.ends("b", CUSTOM, "end b disk full", "start b");

        assertThat(family.list()).containsExactly("a", "b", "c");
    }

    @BothDispatchers
    void S8_ofoTransientSignificant_normal_shutsDown(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, TRANSIENT, Family.significant("b"));

        family.sup.end(family.pid("b"), Reason.NORMAL);

        family.endsWith(world, Reason.NORMAL);
        family.wasAskedToEnd("a", Reason.NORMAL);
        family.wasAskedToEnd("c", Reason.NORMAL);
    }

    @BothDispatchers
    void S9_ofoTemporarySignificant_custom_shutsDown(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, TEMPORARY, Family.significant("b"));

        family.sup.end(family.pid("b"), CUSTOM);

        family.endsWith(world, CUSTOM);
        family.wasAskedToEnd("a", CUSTOM);
        family.wasAskedToEnd("c", CUSTOM);
    }

    @BothDispatchers
    void S10_ofoPermanentSignificant_anyReason_restarts(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, PERMANENT, Family.significant("b"));

        for (Reason reason : List.of(Reason.NORMAL, Reason.SHUTDOWN, CUSTOM)) {
            family.ends("b", reason, "end b " + reason, "start b");
        }
    }

    @BothDispatchers
    void S21_D27_ofoPermanent_sixthFailure_endsWithExceeded(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, PERMANENT, spec -> spec.withIntensity(5, LONG));

        for (int i = 0; i < 5; i++) {
            family.ends("a", CUSTOM, "end a disk full", "start a");
        }
        family.sup.end(family.pid("a"), CUSTOM);

        family.endsWith(world, EXCEEDED);
        family.wasAskedToEnd("b", EXCEEDED);
        family.wasAskedToEnd("c", EXCEEDED);
        assertThat(family.sup.supervision().restartLog()).hasSize(6).last()
                .satisfies(last -> assertThat(last.decision()).hasToString("give up"))
                .satisfies(last -> assertThat(last.reason()).isEqualTo(CUSTOM));
    }

    @BothDispatchers
    void S22_ofoPermanent_onlyChild_sixthFailure_endsWithExceeded(World world) {
        Family family = Family.of(world, List.of("a"), SupervisorSpec.of(ONE_FOR_ONE).withStrategy(PERMANENT),
                spec -> spec.withIntensity(5, LONG));

        for (int i = 0; i < 5; i++) {
            family.ends("a", CUSTOM, "end a disk full", "start a");
        }
        family.sup.end(family.pid("a"), CUSTOM);

        family.endsWith(world, EXCEEDED);
    }

    /** Failures at least 0.6 of the period apart: three never fall into one window, however slow the machine is. */
    @BothDispatchers
    void S23_ofoPermanent_failuresFurtherApartThanTheWindowHolds_areNeverTooMany(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, PERMANENT,
                spec -> spec.withIntensity(2, Duration.ofMillis(250)));

        for (int i = 0; i < 6; i++) {
            family.ends("a", CUSTOM, "end a disk full", "start a");
            world.advance(Duration.ofMillis(150));
        }
    }

    @BothDispatchers
    void S24_ofo_startOfARunningChild_isRefused(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, TRANSIENT);
        List<Child> before = family.sup.list();

        refused(Reason.SUPERVISOR_CHILD_RUNNING, () -> family.sup.manage(it -> it.start("a")));

        assertThat(family.sup.list()).isEqualTo(before);
    }

    @BothDispatchers
    void S25_ofo_addChild_isAppendedAndStarted(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, TRANSIENT);

        family.sup.manage(it -> it.add(Overseer.child(world, "d")));

        assertThat(family.list()).containsExactly("a", "b", "c", "d");
        refused(Reason.SUPERVISOR_CHILD_RUNNING, () -> family.sup.manage(it -> it.start("d")));
        family.sup.tells("start d");
    }

    @BothDispatchers
    void S26_ofoTransient_disableChild_stopsItAndForbidsItsStart(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, TRANSIENT);

        family.sup.manage(it -> it.disable("a"));

        family.sup.tells("end a shutdown");
        family.wasAskedToEnd("a", Reason.SHUTDOWN);
        assertThat(family.list()).containsExactly("a-!", "b", "c");
        refused(Reason.SUPERVISOR_CHILD_DISABLED, () -> family.sup.manage(it -> it.start("a")));
    }

    @BothDispatchers
    void S27_ofoTransient_enableChildThatIsGone_startsIt(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, TRANSIENT);
        family.sup.manage(it -> it.disable("a"));
        family.sup.tells("end a shutdown");

        family.sup.manage(it -> it.enable("a"));

        family.sup.tells("start a");
        assertThat(family.list()).containsExactly("a", "b", "c");
    }

    @BothDispatchers
    void S28_ofo_disableTheOnlyChild_supervisorEndsWithShutdown(World world) {
        Family family = Family.of(world, List.of("a"), SupervisorSpec.of(ONE_FOR_ONE),
                OneForOneScenariosTest::autoShutdown);

        family.sup.manage(it -> it.disable("a"));

        family.endsWith(world, Reason.SHUTDOWN);
    }

    @BothDispatchers
    void S29_ofoTransient_startWithArguments_keepsThemForRestarts(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, TRANSIENT);
        family.ends("a", Reason.NORMAL, "end a normal");

        family.sup.manage(it -> it.start("a", "x"));
        family.sup.tells("start a");
        family.ends("a", CUSTOM, "end a disk full", "start a");

        assertThat(family.probe("a").arguments()).containsExactly(Args.none(), Args.of("x"), Args.of("x"));
    }

    @BothDispatchers
    void S41_D88_ofoTransient_disableAndEnableAtOnce_startsItWhenItIsGone(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, TRANSIENT);

        family.sup.manage(it -> it.disable("a").enable("a"));

        family.sup.tells("end a shutdown", "start a");
        assertThat(family.list()).containsExactly("a", "b", "c");
    }

    @BothDispatchers
    void S42_D89_addChildWhoseStartFails_isRefusedWithItsReasonAndStaysInTheList(World world) {
        for (SupervisorType type : List.of(ONE_FOR_ONE, SupervisorType.ALL_FOR_ONE, SupervisorType.REST_FOR_ONE)) {
            Family family = Family.of(world, type, TRANSIENT);
            List<Pid> before = family.pids();
            Probe failing = world.probe().inInit(_ -> {
                throw new io.ergo.Stop(CUSTOM);
            });

            refused(CUSTOM, () -> family.sup.manage(it -> it.add(Overseer.child(failing, "d"))));

            assertThat(family.list()).containsExactly("a", "b", "c", "d-");
            assertThat(family.pids()).isEqualTo(before);
            Trees.passesOn(family.sup);
        }
    }
}
