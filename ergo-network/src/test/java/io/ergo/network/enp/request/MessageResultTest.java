package io.ergo.network.enp.request;

import java.util.HexFormat;
import java.util.List;

import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.framework.FrameworkTypes;
import io.ergo.network.framework.PublishedEvent;
import io.ergo.network.framework.Release;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MessageResultTest {

    private static final Pid SOURCE = new Pid("a", 1005, 1);
    private static final Event EVENT = new Event("prices", "b");
    private static final MessageLinkEvent LINK_EVENT = new MessageLinkEvent(SOURCE, EVENT, Samples.REF);

    private final EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());

    MessageResultTest() {
        FrameworkTypes.register(registry, Release.V3_2, Requests.records());
    }

    @Test
    void result_ofALink_isNothing() {
        assertThat(MessageResult.done(new MessageLinkPid(SOURCE, SOURCE, Samples.REF)))
                .isEqualTo(new MessageResult(null, null, Samples.REF));
    }

    @Test
    void result_thatMustTellSomething_isNotDoneWithoutIt() {
        MessageSpawn spawn = Samples.spawn(SOURCE);
        MessageApplicationInfo info = new MessageApplicationInfo("app", Samples.REF);

        assertThatThrownBy(() -> MessageResult.done(spawn)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MessageSpawn");
        assertThatThrownBy(() -> MessageResult.done(info)).isInstanceOf(IllegalArgumentException.class);
        assertThat(MessageResult.of(spawn, SOURCE).result()).isEqualTo(SOURCE);
    }

    @Test
    void lastEvents_thereAreSome_comeBackInTheirOrder() {
        List<PublishedEvent> events = List.of(new PublishedEvent(EVENT, 1, 17L), new PublishedEvent(EVENT, 2, null));

        MessageResult read = (MessageResult) roundTrip(MessageResult.of(LINK_EVENT, events));

        assertThat(read.lastEvents()).contains(events);
        assertThat(read.ref()).isEqualTo(Samples.REF);
    }

    @Test
    void lastEvents_thereAreNone_areANilSliceOfTheirType() {
        String expected = "ffff" + "8200289d830024" + HexFormat.of()
                .formatHex("#ergo.services/ergo/gen/MessageEvent".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                + "ff" + "000161";

        for (MessageResult empty : List.of(MessageResult.of(LINK_EVENT, List.of()),
                MessageResult.done(LINK_EVENT))) {
            assertThat(HexFormat.of().formatHex(written(empty))).contains(expected);
            assertThat(((MessageResult) roundTrip(empty)).lastEvents()).contains(List.of());
        }
    }

    @Test
    void failure_hasAResultOfTheTypeThatIsAwaited() {
        assertThat(MessageResult.failed(LINK_EVENT, Reason.EVENT_UNKNOWN).lastEvents()).contains(List.of());
        assertThat(MessageResult.failed(Samples.spawn(SOURCE), Reason.TAKEN).result()).isEqualTo(new Pid("", 0, 0));
        assertThat(MessageResult.failed(Samples.applicationStart(), Reason.TAKEN))
                .isEqualTo(new MessageResult(Reason.TAKEN, null, Samples.REF));
    }

    @Test
    void lastEvents_ofAnotherResult_areMissing() {
        assertThat(new MessageResult(null, SOURCE, Samples.REF).lastEvents()).isEmpty();
        assertThat(new MessageResult(null, List.of(), Samples.REF).lastEvents()).isEmpty();
    }

    @Test
    void error_ofTheFramework_keepsItsIdentity() {
        MessageResult read = (MessageResult) roundTrip(MessageResult.failed(LINK_EVENT, Reason.NOT_ALLOWED));

        assertThat(read.error()).isSameAs(Reason.NOT_ALLOWED);
    }

    private @Nullable Object roundTrip(Object message) {
        byte[] bytes = written(message);
        EdfReader in = registry.reader(DecodeTables.none());
        in.reset(bytes, 0, bytes.length);
        return in.getAny();
    }

    private byte[] written(Object message) {
        EdfWriter out = registry.writer(EncodeTables.none());
        out.putMessage(message);
        return out.toBytes();
    }
}
