package io.ergo.network.edf;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import io.ergo.Alias;
import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import org.jspecify.annotations.Nullable;

/** The application types of the recorded values as a user writes them. */
final class VectorRecords {

    private static final String PACKAGE = "#example.test/vectors/types/";

    private VectorRecords() {}

    static void register(EdfRegistry registry) {
        for (Class<?> type : VectorRecords.class.getDeclaredClasses()) {
            if (type.isRecord() && type.getTypeParameters().length == 0 && type.isAnnotationPresent(EdfType.class)) {
                registry.register(type);
            }
        }
        registry.register(new EdfTypeReference<Box<Long>>() {});
        registry.register(new EdfTypeReference<Box<Pid>>() {});
        registry.register(new PayloadCodec<>(Custom.class, PACKAGE + "Custom", Custom::new, Custom::payload));
        registry.register(new PayloadCodec<>(BinCustom.class, PACKAGE + "BinCustom", BinCustom::new,
                BinCustom::payload));
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
    record Tree(int value, @EdfField("[]any") @Nullable List<Tree> children) {}

    @EdfType(PACKAGE + "Box")
    record Box<T>(T v) {}

    @EdfType(PACKAGE + "Ping")
    record Ping(@EdfField("int64") long id, String text) {}

    @EdfType(PACKAGE + "Pong")
    record Pong(@EdfField("int64") long id, String text) {}

    record Custom(byte[] payload) {}

    record BinCustom(byte[] payload) {}
}
