package io.ergo.benchmarks.edf;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfCodecs;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfMap;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.edf.Scalar;
import io.ergo.network.edf.WireType;

/** EDF: a message with its type in front of it, written and read by a reused writer and reader. */
final class EdfSubject implements Subject {

    private static final Map<String, Integer> IDS = Map.of(Item.WIRE_NAME, 5000, Complex.WIRE_NAME, 5001,
            Nested.WIRE_NAME, 5002);

    private final Object value;
    private final EdfWriter out;
    private final EdfReader in;
    private final byte[] bytes;

    private EdfSubject(Object value, EdfWriter out, EdfReader in) {
        this.value = value;
        this.out = out;
        this.in = in;
        out.putMessage(value);
        this.bytes = out.toBytes();
    }

    static EdfSubject of(Shape shape, EdfCodecs codecs, boolean ids) {
        EdfRegistry registry = new EdfRegistry(EdfLimits.defaults(), codecs);
        registry.register(Item.class);
        registry.register(Nested.class);
        return new EdfSubject(message(shape.value()), registry.writer(ids ? encodeTables() : EncodeTables.none()),
                registry.reader(ids ? decodeTables() : DecodeTables.none()));
    }

    /** A map alone does not tell its types, as Go's does. */
    private static Object message(Object value) {
        return value instanceof Map<?, ?> map
                ? EdfMap.of(Scalar.STRING, new WireType.Registered(Item.WIRE_NAME), map)
                : value;
    }

    private static EncodeTables encodeTables() {
        return new EncodeTables(Map.of(), IDS, Map.of(), Map.of());
    }

    private static DecodeTables decodeTables() {
        return new DecodeTables(Map.of(),
                IDS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)), Map.of(),
                Map.of());
    }

    @Override
    public int encode() {
        out.reset();
        out.putMessage(value);
        return out.size();
    }

    @Override
    public Object decode() {
        in.reset(bytes, 0, bytes.length);
        return Objects.requireNonNull(in.getAny());
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public Object value() {
        return value;
    }
}
