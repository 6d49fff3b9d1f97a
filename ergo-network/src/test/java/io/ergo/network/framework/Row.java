package io.ergo.network.framework;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import io.ergo.Pid;
import io.ergo.Version;
import io.ergo.network.edf.EdfList;
import io.ergo.network.edf.EdfMap;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.edf.Scalar;
import io.ergo.network.edf.TypeExpression;
import io.ergo.network.edf.WireType;
import org.jspecify.annotations.Nullable;

/** A struct of the framework, field by field: as a generic value and as bytes. */
final class Row {

    private static final long EPOCH = 62_135_596_800L;

    private final String name;
    private final List<@Nullable Object> fields = new ArrayList<>();
    private final StringBuilder hex = new StringBuilder();

    Row(String name) {
        this.name = WireNames.GEN + name;
    }

    EdfValue.Struct value() {
        return new EdfValue.Struct(name, fields);
    }

    /** Returns the bytes with the type in front. */
    String message() {
        return "83" + hexOf(name) + hex;
    }

    private Row add(@Nullable Object value, String bytes) {
        fields.add(value);
        hex.append(bytes);
        return this;
    }

    Row int64(long... values) {
        Arrays.stream(values).forEach(each -> add(new EdfValue.Int64(each), u64(each)));
        return this;
    }

    Row uint64(long... values) {
        Arrays.stream(values).forEach(each -> add(new EdfValue.UInt64(each), u64(each)));
        return this;
    }

    Row integer(long value) {
        return add(value, u64(value));
    }

    Row float64(double value) {
        return add(value, u64(Double.doubleToLongBits(value)));
    }

    Row flag(boolean value) {
        return add(value, value ? "01" : "00");
    }

    Row atom(String text) {
        return add(new EdfValue.Atom(text), hexOf(text));
    }

    Row text(String text) {
        return add(text, hexOf(text));
    }

    Row pid() {
        return add(new Pid("n", 1, 2), hexOf("n") + u64(1) + u64(2));
    }

    Row epoch() {
        return add(OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC),
                "0f01" + u64(EPOCH) + "00000000" + "ffff");
    }

    Row version() {
        return add(new Version("v", "1", "c", "MIT"), hexOf("v") + hexOf("1") + hexOf("c") + hexOf("MIT"));
    }

    Row flags() {
        return add(NetworkFlags.defaults(), "00000008" + u64(0x67));
    }

    Row compression() {
        return add(new WireCompression(true, new CompressionTypeCode("lzw"), new CompressionLevelCode(1), 2),
                "01" + hexOf("lzw") + u64(1) + u64(2));
    }

    Row priority() {
        return add(new PriorityCode(1), u64(1));
    }

    Row state() {
        return named("ProcessState", 4, "00000004");
    }

    Row logLevel() {
        return add(new LogLevelCode(-1), u64(-1));
    }

    Row fallback() {
        return add(new ProcessFallback(true, "f", "t"), "01" + hexOf("f") + hexOf("t"));
    }

    Row named(String type, Object value, String bytes) {
        return add(new EdfValue.Named(WireNames.GEN + type, value), bytes);
    }

    Row struct(Row other) {
        return add(other.value(), other.hex.toString());
    }

    Row slice(String item, Row only) {
        return add(EdfList.slice(type(item), List.of(only.value())), "9d00000001" + only.hex);
    }

    Row nilSlice(String item) {
        return add(EdfList.nil(type(item)), "ff");
    }

    Row nilMap() {
        return add(EdfMap.nil(type("#gen/Env"), Scalar.ANY), "ff");
    }

    /** An array of {@code uint64}. */
    Row array(long... values) {
        StringBuilder bytes = new StringBuilder();
        Arrays.stream(values).forEach(each -> bytes.append(u64(each)));
        return add(EdfList.array(Scalar.UINT64,
                Arrays.stream(values).mapToObj(EdfValue.UInt64::new).toList()), bytes.toString());
    }

    private static WireType type(String expression) {
        return TypeExpression.parse(expression.replace("#gen/", WireNames.GEN));
    }

    private static String u64(long value) {
        return HexFormat.of().toHexDigits(value);
    }

    private static String hexOf(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().toHexDigits((short) bytes.length) + HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return name;
    }
}
