package io.ergo.network.enp.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.ergo.Ref;
import io.ergo.network.dialect.Dialect;
import io.ergo.network.dialect.NetworkTypes;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.edf.VectorFile;
import io.ergo.network.enp.EnpVectors;
import io.ergo.network.enp.MessageAny;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.framework.Release;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What two nodes of the reference asked each other: read as records, and written as the bytes that were recorded. */
class RecordedRequestsTest {

    private static final int HEAD_BYTES = 8;
    private static final int ORDER_BYTE = 6;

    private final NetworkTypes types = new NetworkTypes(Release.V3_3, EdfLimits.defaults());
    private final List<Recorded> messages = new ArrayList<>();

    /**
     * A frame of type MessageAny.
     *
     * @param dialect reads with the tables of the sender, and writes with them, too
     * @param name of the frame
     * @param bytes the whole frame
     */
    private record Recorded(Dialect dialect, String name, byte[] bytes) {

        Object message() {
            AnyPayload payload = AnyPayload.read(dialect.reader(), dialect.decodeTables(),
                    new MessageAny(0, Unpooled.wrappedBuffer(bytes).skipBytes(HEAD_BYTES)));
            return Objects.requireNonNull(((AnyPayload.Message) payload).message());
        }

        int orderByte() {
            return Byte.toUnsignedInt(bytes[ORDER_BYTE]);
        }
    }

    RecordedRequestsTest() {
        types.register(registry -> VectorFile.edf().schemas().stream()
                .filter(each -> each.name().startsWith("#example.test/")).forEach(registry::register));
        EnpVectors vectors = EnpVectors.open();
        Map<String, Dialect> dialects = Map.of("a->b", dialect(vectors.tables("a->b")), "b->a",
                dialect(vectors.tables("b->a")));
        vectors.frames().stream().filter(each -> each.message().equals("MessageAny"))
                .map(each -> new Recorded(Objects.requireNonNull(dialects.get(each.direction())), each.name(),
                        each.bytes()))
                .forEach(messages::add);
    }

    private Dialect dialect(DecodeTables tables) {
        EncodeTables own = new EncodeTables(inverse(tables.atoms()), inverse(tables.types()), inverse(tables.errors()),
                Map.of());
        return Dialect.of(types, own, tables, NetworkFlags.defaults());
    }

    private static <T> Map<T, Integer> inverse(Map<Integer, T> byId) {
        return byId.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    @Test
    void sender_isRecognisedByWhatItAnnounced() {
        assertThat(messages).hasSizeGreaterThan(50)
                .allSatisfy(each -> assertThat(each.dialect().release()).isEqualTo(Release.V3_1));
    }

    @Test
    void messages_writtenAgain_areTheRecordedBytes() {
        for (Recorded each : messages) {
            EdfWriter out = each.dialect().writer();

            out.putMessage(each.message());

            assertThat(HexFormat.of().formatHex(out.toBytes())).as(each.name())
                    .isEqualTo(HexFormat.of().formatHex(each.bytes(), HEAD_BYTES, each.bytes().length));
        }
    }

    /** Go takes the remainder where one is added here. */
    @Test
    void messages_haveTheirPlaceWhereTheReferencePutThem() {
        Map<Ref, NodeRequest> requests = new HashMap<>();
        List<MessageResult> answers = new ArrayList<>();
        for (Recorded each : messages) {
            int lane;
            if (each.message() instanceof MessageResult result) {
                answers.add(result);
                lane = Objects.requireNonNull(requests.get(result.ref()), each.name()).resultOrder().lane();
            } else {
                NodeRequest request = (NodeRequest) each.message();
                requests.put(request.ref(), request);
                lane = request.order().lane();
            }
            assertThat(each.orderByte()).as("%s: %s", each.name(), each.message()).isEqualTo(Math.max(0, lane - 1));
        }
        assertThat(requests).hasSizeGreaterThan(20);
        assertThat(answers).hasSizeGreaterThan(20);
    }
}
