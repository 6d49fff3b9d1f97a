package io.ergo.engine.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A number in a cache line of its own. Any thread; each method names its memory mode. */
@SuppressWarnings("unused") // the padding
class PaddedLong extends PaddedLongField {
    private static final VarHandle VALUE = Fields.of(MethodHandles.lookup(), PaddedLongField.class, "value",
            long.class);
    private long b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, ba, bb, bc, bd, be, bf;

    final long getOpaque() {
        return (long) VALUE.getOpaque(this);
    }

    final void setOpaque(long newValue) {
        VALUE.setOpaque(this, newValue);
    }

    final long getVolatile() {
        return (long) VALUE.getVolatile(this);
    }

    final void setVolatile(long newValue) {
        VALUE.setVolatile(this, newValue);
    }

    final boolean compareAndSetVolatile(long expected, long newValue) {
        return VALUE.compareAndSet(this, expected, newValue);
    }

    final void bitwiseOrVolatile(long bits) {
        VALUE.getAndBitwiseOr(this, bits);
    }

    /** Returns the new value. */
    final long addAndGetVolatile(long delta) {
        return (long) VALUE.getAndAdd(this, delta) + delta;
    }
}
