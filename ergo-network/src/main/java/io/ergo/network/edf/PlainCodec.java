package io.ergo.network.edf;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.ergo.Alias;
import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A Java class that is a built-in type on the wire; numbers and errors have codecs of their own.
 *
 * @param java the class
 * @param type on the wire
 * @param writer writes a value
 * @param reader reads one
 */
record PlainCodec<T>(Class<T> java, Scalar type, BiConsumer<EdfWriter, T> writer,
        Function<EdfReader, T> reader) implements Codec {

    /** The first one of a class is what it is by itself. */
    private static final List<PlainCodec<?>> ALL = List.of(
            of(String.class, Scalar.STRING, EdfWriter::putString, EdfReader::getString),
            of(String.class, Scalar.ATOM, EdfWriter::putAtom, EdfReader::getAtom),
            of(byte[].class, Scalar.BINARY, EdfWriter::putBinary, EdfReader::getBinary),
            of(ByteBuffer.class, Scalar.BINARY, EdfWriter::putBinary, in -> ByteBuffer.wrap(in.getBinary())),
            of(OffsetDateTime.class, Scalar.TIME, Times::write, Times::readMoment),
            of(Instant.class, Scalar.TIME, Times::write, Times::readInstant),
            of(Duration.class, Scalar.INT64, PlainCodec::putDuration, in -> Duration.ofNanos(in.getLong())),
            of(Pid.class, Scalar.PID, EdfWriter::putPid, EdfReader::getPid),
            of(ProcessId.class, Scalar.PROCESSID, EdfWriter::putProcessId, EdfReader::getProcessId),
            of(Alias.class, Scalar.ALIAS, EdfWriter::putAlias, EdfReader::getAlias),
            of(Ref.class, Scalar.REF, EdfWriter::putRef, EdfReader::getRef),
            of(Event.class, Scalar.EVENT, EdfWriter::putEvent, EdfReader::getEvent));

    private static <T> PlainCodec<T> of(Class<T> java, Scalar type, BiConsumer<EdfWriter, T> writer,
            Function<EdfReader, T> reader) {
        return new PlainCodec<>(java, type, writer, reader);
    }

    /** Returns the codec of a class for the wanted type, or the class's natural one; null if the class has none. */
    static @Nullable PlainCodec<?> find(Class<?> raw, @Nullable Scalar wanted) {
        PlainCodec<?> found = null;
        for (PlainCodec<?> each : ALL) {
            if (each.java == raw && (found == null || each.type == wanted)) {
                found = each;
            }
        }
        return found;
    }

    private static void putDuration(EdfWriter out, Duration duration) {
        try {
            out.putLong(duration.toNanos());
        } catch (ArithmeticException e) {
            throw EdfException.encoding("the duration " + duration + " does not fit in 64 bits of nanoseconds");
        }
    }

    @Override
    public int leastBytes() {
        return type.leastBytes();
    }

    @Override
    public void write(EdfWriter out, @Nullable Object value) {
        if (!java.isInstance(value)) {
            throw wrongValue(value);
        }
        writer.accept(out, java.cast(value));
    }

    @Override
    public Object read(EdfReader in) {
        return reader.apply(in);
    }
}
