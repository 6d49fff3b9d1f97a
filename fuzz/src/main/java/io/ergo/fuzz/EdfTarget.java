package io.ergo.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfException;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import org.jspecify.annotations.Nullable;

/**
 * A value with its type in front. What can be read can be written, and is then read and written in the same way again. All registries, which know the
 * same types, agree.
 */
final class EdfTarget extends Target {

    private final List<Side> sides;

    EdfTarget(DecodeTables tables, EdfRegistry... registries) {
        super(new Bounds(0));
        this.sides = Arrays.stream(registries).map(registry -> new Side(bounds(), registry, tables)).toList();
    }

    @Override
    void take(byte[] input) {
        Optional<byte[]> first = sides.getFirst().again(input);
        for (Side side : sides.subList(1, sides.size())) {
            Optional<byte[]> other = side.again(input);
            if (!Arrays.equals(first.orElse(null), other.orElse(null))) {
                throw new Finding("one codec makes %s of it, another one %s".formatted(text(first), text(other)));
            }
        }
    }

    private static String text(Optional<byte[]> bytes) {
        return bytes.map(Arrays::toString).orElse("nothing");
    }

    /** A message; null is one, too. */
    private record Message(@Nullable Object value) {}

    /** One registry with its readers and its writer. */
    private static final class Side {

        private final Bounds bounds;
        private final EdfReader in;
        private final EdfReader inAgain;
        private final EdfWriter out;

        Side(Bounds bounds, EdfRegistry registry, DecodeTables tables) {
            this.bounds = bounds;
            this.in = registry.reader(tables);
            this.inAgain = registry.reader(DecodeTables.none());
            this.out = registry.writer(EncodeTables.none());
        }

        /** Returns the bytes of the value that the input begins with, empty if there is none. */
        Optional<byte[]> again(byte[] input) {
            Optional<Message> message = bounds.hold(input.length, () -> read(in, input));
            if (message.isEmpty()) {
                return Optional.empty();
            }
            byte[] bytes = write(message.get());
            Message second = read(inAgain, bytes);
            if (inAgain.remaining() > 0 || !Arrays.equals(bytes, write(second))) {
                throw new Finding(message + " was written and came back as " + second);
            }
            return Optional.of(bytes);
        }

        private static Message read(EdfReader in, byte[] bytes) {
            in.reset(bytes, 0, bytes.length);
            return new Message(in.getAny());
        }

        private byte[] write(Message message) {
            try {
                out.reset();
                out.putAny(message.value());
                return out.toBytes();
            } catch (EdfException e) {
                throw new Finding(message + " was read but cannot be written: " + e.getMessage());
            }
        }
    }
}
