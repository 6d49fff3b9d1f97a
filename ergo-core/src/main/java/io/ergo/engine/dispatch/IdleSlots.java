package io.ergo.engine.dispatch;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Which slots nobody holds: one bit each, 64 to a word. Any thread.
 *
 * <p>All accesses are volatile, for each is half of a pair. Who makes a task ready first puts it into a queue and then
 * reads the bits; who goes idle first raises its bit and then looks at the queues. One of them sees the other.
 */
final class IdleSlots {
    private static final int BITS = Long.SIZE;
    private final Slot[] slots;
    private final PaddedLong[] words;

    /** All are idle. */
    IdleSlots(Slot[] slots) {
        this.slots = slots;
        words = Stream.generate(PaddedLong::new).limit((slots.length + BITS - 1) / BITS).toArray(PaddedLong[]::new);
        IntStream.range(0, slots.length).forEach(i -> raise(slots[i]));
    }

    /** Takes one out, so that the caller must give it to a worker or raise it again; null if all are held. */
    @Nullable Slot claim() {
        for (int i = 0; i < words.length; i++) {
            PaddedLong word = words[i];
            for (long bits = word.getVolatile(); bits != 0; bits = word.getVolatile()) {
                long bit = Long.lowestOneBit(bits);
                if (word.compareAndSetVolatile(bits, bits & ~bit)) {
                    return slots[i * BITS + Long.numberOfTrailingZeros(bit)];
                }
            }
        }
        return null;
    }

    void raise(Slot slot) {
        words[slot.index / BITS].bitwiseOrVolatile(1L << slot.index); // the shift takes the index modulo 64
    }

    boolean all() {
        int count = 0;
        for (PaddedLong word : words) {
            count += Long.bitCount(word.getVolatile());
        }
        return count == slots.length;
    }
}
