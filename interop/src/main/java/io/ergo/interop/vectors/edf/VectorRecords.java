package io.ergo.interop.vectors.edf;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.ergo.Alias;
import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.network.edf.EdfField;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfType;
import io.ergo.network.edf.EdfTypeReference;
import org.jspecify.annotations.Nullable;

/** The application types of the recorded vectors as a user writes them. */
@SuppressWarnings("ArrayRecordComponent") // users have them
final class VectorRecords {

    /** The user's own unmarshalling refuses less: "custom: too short". */
    private static final int LEAST_CUSTOM = 2;
    private static final String PACKAGE = "#example.test/vectors/types/";
    /** Components of a record have to be registered before it. */
    private static final List<Class<?>> PLAIN = List.of(NBool.class, NInt.class, NInt8.class, NInt16.class,
            NInt32.class, NInt64.class, NUint.class, NUint8.class, NUint16.class, NUint32.class, NUint64.class,
            NFloat32.class, NFloat64.class, NString.class, Point.class, Empty.class, Points.class, Grid.class,
            Dict.class, Blob.class, AnyList.class, Embedded.class, Holder.class, Everything.class, Tree.class,
            Ping.class, Pong.class);

    private VectorRecords() {}

    /** Returns what registers each of them, those that others consist of first. */
    static Stream<Consumer<EdfRegistry>> registrations() {
        Stream<Consumer<EdfRegistry>> plain = PLAIN.stream().map(type -> registry -> registry.register(type));
        return Stream.concat(plain, Stream.of(
                registry -> registry.register(new EdfTypeReference<Box<Long>>() {}),
                registry -> registry.register(new EdfTypeReference<Box<Pid>>() {}),
                registry -> registry.register(
                        new PayloadCodec<>(Custom.class, PACKAGE + "Custom", LEAST_CUSTOM, Custom::new,
                                Custom::payload)),
                registry -> registry.register(new PayloadCodec<>(BinCustom.class, PACKAGE + "BinCustom", 0,
                        BinCustom::new, BinCustom::payload))));
    }

    @EdfType(value = PACKAGE + "NBool", base = "bool")
    record NBool(boolean value) {}

    @EdfType(value = PACKAGE + "NInt", base = "int")
    record NInt(long value) {}

    @EdfType(value = PACKAGE + "NInt8", base = "int8")
    record NInt8(byte value) {}

    @EdfType(value = PACKAGE + "NInt16", base = "int16")
    record NInt16(short value) {}

    @EdfType(value = PACKAGE + "NInt32", base = "int32")
    record NInt32(int value) {}

    @EdfType(value = PACKAGE + "NInt64", base = "int64")
    record NInt64(long value) {}

    @EdfType(value = PACKAGE + "NUint", base = "uint")
    record NUint(long value) {}

    @EdfType(value = PACKAGE + "NUint8", base = "uint8")
    record NUint8(short value) {}

    @EdfType(value = PACKAGE + "NUint16", base = "uint16")
    record NUint16(int value) {}

    @EdfType(value = PACKAGE + "NUint32", base = "uint32")
    record NUint32(long value) {}

    @EdfType(value = PACKAGE + "NUint64", base = "uint64")
    record NUint64(long value) {}

    @EdfType(value = PACKAGE + "NFloat32", base = "float32")
    record NFloat32(float value) {}

    @EdfType(value = PACKAGE + "NFloat64", base = "float64")
    record NFloat64(double value) {}

    @EdfType(value = PACKAGE + "NString", base = "string")
    record NString(String value) {}

    @EdfType(PACKAGE + "Point")
    record Point(int x, int y) {}

    @EdfType(PACKAGE + "Empty")
    record Empty() {}

    @EdfType(value = PACKAGE + "Points", base = "[]" + PACKAGE + "Point")
    record Points(@Nullable List<Point> points) {}

    @EdfType(value = PACKAGE + "Grid", base = "[2]" + PACKAGE + "Point")
    record Grid(Point[] points) {}

    @EdfType(value = PACKAGE + "Dict", base = "map[string]" + PACKAGE + "Point")
    record Dict(@Nullable Map<String, Point> points) {}

    @EdfType(value = PACKAGE + "Blob", base = "[]uint8")
    record Blob(byte @Nullable [] bytes) {}

    @EdfType(value = PACKAGE + "AnyList", base = "[]any")
    record AnyList(@Nullable List<@Nullable Object> items) {}

    @EdfType(PACKAGE + "Embedded")
    record Embedded(Point point, int z) {}

    @EdfType(PACKAGE + "Holder")
    record Holder(String name, @Nullable Object target, @Nullable Reason err) {}

    @EdfType(PACKAGE + "Everything")
    record Everything(boolean bool, @EdfField("int") long integer, byte int8, short int16, int int32,
            @EdfField("int64") long int64, @EdfField("uint") long uint, @EdfField("uint8") int uint8,
            @EdfField("uint16") int uint16, @EdfField("uint32") long uint32, @EdfField("uint64") long uint64,
            float f32, double f64, String str, byte[] bin, @EdfField("atom") String atom, OffsetDateTime time, Pid pid,
            ProcessId procId, Alias alias, Ref ref, Event event, @Nullable Object any, @Nullable Reason err,
            @Nullable List<String> slice, @EdfField("[2]uint16") int[] array, @Nullable Map<String, Integer> map,
            Point nested, NString named, Points regList) {}

    @EdfType(PACKAGE + "Tree")
    record Tree(int value, @Nullable List<@Nullable Object> children) {}

    @EdfType(PACKAGE + "Box")
    record Box<T>(T v) {}

    @EdfType(PACKAGE + "Ping")
    record Ping(@EdfField("int64") long id, String text) {}

    @EdfType(PACKAGE + "Pong")
    record Pong(@EdfField("int64") long id, String text) {}

    record Custom(byte[] payload) {}

    record BinCustom(byte[] payload) {}
}
