package io.ergo.network.enp;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FrameLimitsTest {

    @Test
    void limits_changed_areCopies() {
        FrameLimits limits = FrameLimits.defaults().withFrame(8).withUnpacked(9).withNesting(0).withLz4(true);

        assertThat(limits).isEqualTo(new FrameLimits(8, 9, 0, true));
        assertThat(FrameLimits.defaults()).isEqualTo(new FrameLimits(1 << 26, 1 << 26, 2, false));
    }

    @Test
    void limit_tooSmall_isRefusedWithItsName() {
        assertThatThrownBy(() -> FrameLimits.defaults().withFrame(7)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the limit 'frame' is 7 but must be 8 to 1073741824");
        assertThatThrownBy(() -> FrameLimits.defaults().withUnpacked(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FrameLimits.defaults().withNesting(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void limit_beyondWhatABufferCanHoldTwice_isRefused() {
        assertThat(FrameLimits.defaults().withFrame(1 << 30).withUnpacked(1 << 30).frame()).isEqualTo(1 << 30);
        assertThatThrownBy(() -> FrameLimits.defaults().withFrame((1 << 30) + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FrameLimits.defaults().withUnpacked((1 << 30) + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
