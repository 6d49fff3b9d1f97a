package io.ergo.network.edf;

import java.util.List;

import io.ergo.network.enp.request.Requests;
import io.ergo.network.framework.FrameworkTypes;
import io.ergo.network.framework.Release;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaConflictTest {

    private static final String SPAWN = "#ergo.services/ergo/net/proto/MessageSpawn";

    @Test
    void types_whoseInnerTypesDiffer_cannotTalk() {
        EdfRegistry here = framework(Release.V3_1);
        EdfRegistry there = framework(Release.V3_2);

        assertThat(here.schema(SPAWN)).isEqualTo(there.schema(SPAWN));
        assertThat(here.conflictWith(there, SPAWN)).hasValueSatisfying(
                reason -> assertThat(reason).contains("#ergo.services/ergo/gen/ProcessOptionsExtra"));
        assertThat(here.conflictWith(here, SPAWN)).isEmpty();
        assertThat(here.conflictWith(there, "#ergo.services/ergo/net/proto/MessageLinkPID")).isEmpty();
    }

    @Test
    void types_insideOthers_areCompared() {
        Schema.Named inner = new Schema.Named("#a/Inner", Scalar.INT);
        Schema outer = new Schema.Struct("#a/Outer", List.of(new Schema.Field("A", TypeExpression.parse("[]#a/Inner")),
                new Schema.Field("B", TypeExpression.parse("map[#a/Inner]any"))));

        assertThat(of(inner, outer).conflictWith(of(inner, outer), "#a/Outer")).isEmpty();
        assertThat(of(inner, outer).conflictWith(of(new Schema.Named("#a/Inner", Scalar.INT64), outer), "#a/Outer"))
                .hasValue("#a/Inner is int here and int64 there");
    }

    @Test
    void type_thatOneSideLacks_isTold() {
        Schema only = new Schema.Opaque("#a/Only");

        assertThat(of(only).conflictWith(of(), "#a/Only")).hasValue("#a/Only is not registered there");
        assertThat(of().conflictWith(of(only), "#a/Only")).hasValue("#a/Only is not registered here");
    }

    private static EdfRegistry of(Schema... schemas) {
        EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());
        List.of(schemas).forEach(registry::register);
        return registry;
    }

    private static EdfRegistry framework(Release release) {
        EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());
        FrameworkTypes.register(registry, release, Requests.records());
        return registry;
    }
}
