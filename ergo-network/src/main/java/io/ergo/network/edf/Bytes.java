package io.ergo.network.edf;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Big-endian numbers in an array; each access checks its bounds once. */
final class Bytes {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** From splitmix64: odd, and spreads every bit. */
    private static final long MULTIPLIER = 0xbf58476d1ce4e5b9L;

    private Bytes() {}

    static void putShort(byte[] array, int at, int value) {
        SHORT.set(array, at, (short) value);
    }

    static void putInt(byte[] array, int at, int value) {
        INT.set(array, at, value);
    }

    static void putLong(byte[] array, int at, long value) {
        LONG.set(array, at, value);
    }

    static short getShort(byte[] array, int at) {
        return (short) SHORT.get(array, at);
    }

    static int getInt(byte[] array, int at) {
        return (int) INT.get(array, at);
    }

    static long getLong(byte[] array, int at) {
        return (long) LONG.get(array, at);
    }

    /** Returns the bytes with each one of a kind twice. */
    static byte[] doubled(byte[] array, int kind) {
        byte[] doubled = new byte[2 * array.length];
        int at = 0;
        for (byte each : array) {
            doubled[at++] = each;
            if (each == kind) {
                doubled[at++] = each;
            }
        }
        return at == array.length ? array : Arrays.copyOf(doubled, at);
    }

    /** Returns a hash of the bytes, good enough for tables whose keys nobody chooses to do harm. */
    static int hash(byte[] array, int from, int length) {
        int end = from + length;
        int at = from;
        long hash = length;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = mix(hash, getLong(array, at));
        }
        hash = mix(hash, rest(array, at, end - at));
        return (int) (hash ^ hash >>> 32);
    }

    private static long mix(long hash, long word) {
        long mixed = (hash ^ word) * MULTIPLIER;
        return mixed ^ mixed >>> 29;
    }

    /** Returns fewer than eight bytes as the upper ones of a word. */
    private static long rest(byte[] array, int from, int length) {
        if (length == 0) {
            return 0;
        }
        if (from + Long.BYTES <= array.length) {
            return getLong(array, from) & -1L << (Long.SIZE - Byte.SIZE * length);
        }
        long word = 0;
        for (int i = 0; i < length; i++) {
            word |= (array[from + i] & 0xffL) << (Long.SIZE - Byte.SIZE * (i + 1));
        }
        return word;
    }
}
