package io.ergo.conformance;

import java.util.Arrays;
import java.util.Map;

import io.ergo.Log;
import io.ergo.MessageLog;
import io.ergo.Reason;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** Fields of a log and the stack of their sets (16.4, item 15). */
class LogFieldsTest {

    private static Map<String, Object> fieldsOfNext(Log log, Collected collected) {
        log.info("next");
        return collected.records().getLast().fields();
    }

    @BothDispatchers
    void fields_added_goWithEachRecordInTheirOrder(World world) {
        Collected collected = Collected.in(world, "collected");
        Log log = world.spawn().context().log();

        log.addField("b", 1);
        log.addFields(Map.of("a", "x"));

        assertThat(fieldsOfNext(log, collected)).containsExactly(entry("b", 1), entry("a", "x"));
        assertThat(log.fields()).containsExactly(entry("b", 1), entry("a", "x"));
    }

    @BothDispatchers
    void field_addedAgain_isReplaced(World world) {
        Collected collected = Collected.in(world, "collected");
        Log log = world.spawn().context().log();

        log.addField("a", 1);
        log.addField("a", 2);

        assertThat(fieldsOfNext(log, collected)).containsExactly(entry("a", 2));
    }

    @BothDispatchers
    void fields_deleted_areGone(World world) {
        Collected collected = Collected.in(world, "collected");
        Log log = world.spawn().context().log();
        log.addField("a", 1);
        log.addField("b", 2);

        assertThat(log.deleteFields("a", "unknown")).isTrue();

        assertThat(fieldsOfNext(log, collected)).containsExactly(entry("b", 2));
    }

    @BothDispatchers
    void X15_fields_pushedAndPopped_areRestored(World world) {
        Collected collected = Collected.in(world, "collected");
        Log log = world.spawn().context().log();
        log.addField("a", 1);

        assertThat(log.pushFields()).isEqualTo(1);
        log.addField("a", 2);
        assertThat(log.pushFields()).isEqualTo(2);
        log.addField("b", 3);
        assertThat(fieldsOfNext(log, collected)).containsExactly(entry("a", 2), entry("b", 3));

        assertThat(log.popFields()).isEqualTo(1);
        assertThat(fieldsOfNext(log, collected)).containsExactly(entry("a", 2));
        assertThat(log.popFields()).isZero();
        assertThat(fieldsOfNext(log, collected)).containsExactly(entry("a", 1));
        assertThat(log.popFields()).as("nothing to pop").isZero();
        assertThat(log.fields()).containsExactly(entry("a", 1));
    }

    @BothDispatchers
    void fields_deletedWhilePushed_isRefusedWithAnErrorInTheLog(World world) {
        Collected collected = Collected.in(world, "collected");
        Log log = world.spawn().context().log();
        log.addField("a", 1);
        log.pushFields();

        assertThat(log.deleteFields("a")).isFalse();

        assertThat(log.fields()).containsExactly(entry("a", 1));
        assertThat(collected.records()).singleElement().satisfies(record -> {
            assertThat(record.level()).isEqualTo(io.ergo.LogLevel.ERROR);
            assertThat(record.message()).contains("[a]", "pushed");
        });
    }

    @BothDispatchers
    void fields_ofOneSource_areNotThoseOfAnother(World world) {
        Collected collected = Collected.in(world, "collected");
        Probe parent = world.spawn();
        parent.context().log().addField("a", 1);
        Probe child = world.probe().spawnedBy(parent, io.ergo.SpawnOptions.defaults());

        assertThat(fieldsOfNext(child.context().log(), collected)).isEmpty();
        assertThat(fieldsOfNext(world.node().log(), collected)).isEmpty();
    }

    @BothDispatchers
    void fields_ofTheFluentApi_goWithTheirRecordAlone(World world) {
        Collected collected = Collected.in(world, "collected");
        Log log = world.spawn().context().log();
        log.addField("a", 1);

        log.atWarn().addKeyValue("k", 2).addKeyValue("none", (Object) null).log("took {}", "it");

        MessageLog record = collected.records().getLast();
        assertThat(record.message()).isEqualTo("took it");
        assertThat(record.format()).isEqualTo("took {}");
        assertThat(record.args()).containsExactly("it");
        assertThat(record.fields()).containsExactly(entry("a", 1), entry("k", 2), entry("none", "null"));
        assertThat(fieldsOfNext(log, collected)).containsExactly(entry("a", 1));
    }

    @BothDispatchers
    void fields_withoutNameOrValue_areRefused(World world) {
        Log log = world.spawn().context().log();

        refused(Reason.INCORRECT, () -> log.addField("", 1));
        refused(Reason.INCORRECT, () -> log.addField(Expect.nothing(), 1));
        refused(Reason.INCORRECT, () -> log.addField("a", Expect.nothing()));
        refused(Reason.INCORRECT, () -> log.addFields(Expect.nothing()));
        refused(Reason.INCORRECT, () -> log.addFields(Map.of("", 1)));
        refused(Reason.INCORRECT, () -> log.deleteFields(Expect.<String[]>nothing()));
        refused(Reason.INCORRECT, () -> log.deleteFields(Arrays.asList("a", null).toArray(String[]::new)));
        assertThat(log.fields()).isEmpty();
    }
}
