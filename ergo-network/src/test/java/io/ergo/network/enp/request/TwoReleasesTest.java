package io.ergo.network.enp.request;

import java.util.List;
import java.util.Map;

import io.ergo.Pid;
import io.ergo.network.dialect.Dialect;
import io.ergo.network.dialect.DialectOptions;
import io.ergo.network.dialect.NetworkTypes;
import io.ergo.network.edf.EdfException;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.framework.Release;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Two nodes of this implementation that announce different releases. */
class TwoReleasesTest {

    private final Side older = new Side(Release.V3_2);
    private final Side newer = new Side(Release.V3_3);

    @Test
    void nodes_ofDifferentReleases_eachTalkAsTheOtherAnnounces() {
        Dialect sender = older.with(newer, DialectOptions.defaults());
        Dialect receiver = newer.with(older, DialectOptions.defaults());

        assertThat(sender.release()).isEqualTo(Release.V3_3);
        assertThat(receiver.release()).isEqualTo(Release.V3_2);
        assertThatThrownBy(() -> sent(sender, receiver)).isInstanceOf(EdfException.class);
    }

    @Test
    void nodes_withOneReleaseInTheirSettings_understandEachOther() {
        DialectOptions agreed = DialectOptions.defaults().withRelease(Release.V3_2);

        assertThat(sent(older.with(newer, agreed), newer.with(older, agreed))).isInstanceOf(MessageSpawn.class);
    }

    private static @Nullable Object sent(Dialect sender, Dialect receiver) {
        EdfWriter out = sender.writer();
        out.putMessage(Samples.spawn(new Pid("a", 1005, 1)));
        EdfReader in = receiver.reader();
        in.reset(out.array(), 0, out.size());
        return in.getAny();
    }

    private static final class Side {

        private final NetworkTypes types;
        private final EncodeTables announced;

        Side(Release release) {
            types = new NetworkTypes(release, EdfLimits.defaults());
            announced = types.announced(List.of(), Map.of());
        }

        Dialect with(Side other, DialectOptions options) {
            return Dialect.of(types, announced, other.announced.asDecoded(), NetworkFlags.defaults(), options);
        }
    }
}
