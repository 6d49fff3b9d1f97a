package io.ergo.network.framework;

import java.util.List;

import io.ergo.network.edf.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TypesFileTest {

    private static final List<Schema> BEFORE = TypesFile.parse("""
            // what was before

            type #gen/Env string
            struct #gen/Point
                X int32
            opaque #gen/Flags
            """, List.of());

    @Test
    void types_withoutOthersBefore_areInTheOrderOfTheFile() {
        assertThat(BEFORE).map(Schema::toString).containsExactly("type #ergo.services/ergo/gen/Env string",
                "struct #ergo.services/ergo/gen/Point [X int32]", "opaque #ergo.services/ergo/gen/Flags");
    }

    @Test
    void type_thatWasThereBefore_takesItsPlace() {
        assertThat(TypesFile.parse("struct #gen/Point\n    X int32\n    E map[#gen/Env]any\n", BEFORE).get(1))
                .hasToString("struct #ergo.services/ergo/gen/Point [X int32, E map[#ergo.services/ergo/gen/Env]any]");
    }

    @Test
    void type_withAPlace_comesThere() {
        assertThat(TypesFile.parse("type #gen/Kind int32 after #gen/Env\nstruct #gen/Nothing\n", BEFORE))
                .map(Schema::name).map(name -> name.substring(name.lastIndexOf('/') + 1))
                .containsExactly("Env", "Kind", "Point", "Flags", "Nothing");
    }

    @Test
    void types_removed_areGone() {
        assertThat(TypesFile.parse("remove #gen/P\n", BEFORE)).hasSize(2);
    }

    @Test
    void file_withAMistake_isRefused() {
        assertThatThrownBy(() -> TypesFile.parse("enum #gen/E\n", BEFORE)).hasMessageContaining("enum #gen/E");
        assertThatThrownBy(() -> TypesFile.parse("struct #gen/E after #gen/F\n", BEFORE))
                .hasMessageContaining("which is not there");
        assertThatThrownBy(() -> TypesFile.read("types-0.0.0.txt", BEFORE)).hasMessageContaining("is missing");
    }
}
