package io.ergo.network.enp;

import java.util.List;
import java.util.Map;

import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EncodeTables;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FrameNamesTest {

    private static final EncodeTables OURS = EncodeTables.numbered(List.of("shop"), List.of(), List.of(),
            Map.of("shop", "store", "till", "desk"));
    private static final DecodeTables THEIRS = new DecodeTables(Map.of(256, "store"), Map.of(), Map.of(), Map.of())
            .mappedBack(OURS.mapping());

    private static Frame terminated(String name) {
        return FrameNames.frame(OURS, name, it -> new TerminateName(0, it, Unpooled.EMPTY_BUFFER),
                it -> new TerminateNameCache(0, it, Unpooled.EMPTY_BUFFER));
    }

    @Test
    void name_sent_isMappedAndAnIdIfThereIsOne() {
        assertThat(terminated("shop")).isEqualTo(new TerminateNameCache(0, 256, Unpooled.EMPTY_BUFFER));
        assertThat(terminated("till")).isEqualTo(new TerminateName(0, "desk", Unpooled.EMPTY_BUFFER));
        assertThat(terminated("other")).isEqualTo(new TerminateName(0, "other", Unpooled.EMPTY_BUFFER));
    }

    @Test
    void name_received_isFoundAndMappedBack() {
        assertThat(FrameNames.name(THEIRS, 256)).isEqualTo("shop");
        assertThat(FrameNames.name(THEIRS, "desk")).isEqualTo("till");
        assertThat(FrameNames.name(THEIRS, "other")).isEqualTo("other");
    }

    @Test
    void id_notAnnounced_isRefusedAlone() {
        assertThatThrownBy(() -> FrameNames.name(THEIRS, 257)).isInstanceOfSatisfying(FrameException.class,
                e -> assertThat(e.endsLink()).isFalse()).hasMessageContaining("257");
    }
}
