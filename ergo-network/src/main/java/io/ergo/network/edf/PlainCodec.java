package io.ergo.network.edf;

import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.ergo.Alias;
import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Ref;
import org.jspecify.annotations.Nullable;

/** A Java class that is a built-in type on the wire; integers and errors have codecs of their own. */
final class PlainCodec<T> extends Codec {

    /** The first one of a class is what it is by itself. */
    private static final List<PlainCodec<?>> ALL = List.of(
            of(Boolean.class, Scalar.BOOL, EdfWriter::putBoolean, EdfReader::getBoolean),
            of(Float.class, Scalar.FLOAT32, (out, value) -> out.putInt(Float.floatToRawIntBits(value)),
                    in -> Float.intBitsToFloat(in.getInt())),
            of(Double.class, Scalar.FLOAT64, (out, value) -> out.putLong(Double.doubleToRawLongBits(value)),
                    in -> Double.longBitsToDouble(in.getLong())),
            of(String.class, Scalar.STRING, EdfWriter::putString, EdfReader::getString),
            of(String.class, Scalar.ATOM, EdfWriter::putAtom, EdfReader::getAtom),
            of(byte[].class, Scalar.BINARY, EdfWriter::putBinary, EdfReader::getBinary),
            of(ByteBuffer.class, Scalar.BINARY, PlainCodec::putBuffer, in -> ByteBuffer.wrap(in.getBinary())),
            of(OffsetDateTime.class, Scalar.TIME, Times::write, Times::readMoment),
            of(Instant.class, Scalar.TIME, (out, value) -> Times.write(out, value.atOffset(ZoneOffset.UTC)),
                    in -> Times.readMoment(in).toInstant()),
            of(Duration.class, Scalar.INT64, PlainCodec::putDuration, in -> Duration.ofNanos(in.getLong())),
            of(Pid.class, Scalar.PID, EdfWriter::putPid, EdfReader::getPid),
            of(ProcessId.class, Scalar.PROCESSID, EdfWriter::putProcessId, EdfReader::getProcessId),
            of(Alias.class, Scalar.ALIAS, EdfWriter::putAlias, EdfReader::getAlias),
            of(Ref.class, Scalar.REF, EdfWriter::putRef, EdfReader::getRef),
            of(Event.class, Scalar.EVENT, EdfWriter::putEvent, EdfReader::getEvent));

    private final Class<T> java;
    private final Scalar type;
    private final BiConsumer<EdfWriter, T> writer;
    private final Function<EdfReader, T> reader;

    private PlainCodec(Class<T> java, Scalar type, BiConsumer<EdfWriter, T> writer, Function<EdfReader, T> reader) {
        super(type.leastBytes());
        this.java = java;
        this.type = type;
        this.writer = writer;
        this.reader = reader;
    }

    private static <T> PlainCodec<T> of(Class<T> java, Scalar type, BiConsumer<EdfWriter, T> writer,
            Function<EdfReader, T> reader) {
        return new PlainCodec<>(java, type, writer, reader);
    }

    /** Returns the codec of a class for the wanted type, or the class's natural one; null if the class has none. */
    static @Nullable PlainCodec<?> find(Class<?> raw, @Nullable Scalar wanted) {
        PlainCodec<?> found = null;
        for (PlainCodec<?> each : ALL) {
            if (each.java == boxed(raw) && (found == null || each.type == wanted)) {
                found = each;
            }
        }
        return found;
    }

    private static Class<?> boxed(Class<?> raw) {
        return MethodType.methodType(raw).wrap().returnType();
    }

    private static void putBuffer(EdfWriter out, ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        out.putBinary(bytes);
    }

    private static void putDuration(EdfWriter out, Duration duration) {
        try {
            out.putLong(duration.toNanos());
        } catch (ArithmeticException e) {
            throw EdfException.encoding("the duration " + duration + " does not fit in 64 bits of nanoseconds");
        }
    }

    @Override
    Scalar type() {
        return type;
    }

    @Override
    void write(EdfWriter out, @Nullable Object value) {
        if (!java.isInstance(value)) {
            throw wrongValue(value);
        }
        writer.accept(out, java.cast(value));
    }

    @Override
    Object read(EdfReader in) {
        return reader.apply(in);
    }
}
