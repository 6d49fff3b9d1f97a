package io.ergo.network.edf;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

import io.ergo.Alias;
import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Where values are read from: a part of an array. All numbers are big-endian. One thread at a time. Nothing is allocated for a length or a count
 * before it was compared with the bytes that are left and with the {@link EdfLimits}. The array of the latest value, the caller's or a copy, is held until
 * the next reset; an array for copies stays beyond it, and gives way to the next copy if it is longer than 64 KiB.
 */
public final class EdfReader {

    private static final int FIRST_KEPT_BYTES = 1024;
    private static final int MOST_KEPT_BYTES = 64 * 1024;

    private final EdfRegistry registry;
    private final EdfLimits limits;
    private final ReadBudget budget;
    private final AtomTable atoms = new AtomTable();
    private LatestTypesRead types;
    private DecodeTables tables;
    private byte[] array = new byte[0];
    private byte[] copied = array;
    private int begin;
    private int position;
    private int end;

    EdfReader(EdfRegistry registry, DecodeTables tables) {
        this.registry = registry;
        this.limits = registry.limits();
        this.budget = new ReadBudget(this, limits);
        this.tables = tables;
        this.types = new LatestTypesRead(registry);
    }

    /** Begins with another value, which lies in the array from {@code from} on. */
    public void reset(byte[] bytes, int from, int length) {
        Objects.checkFromIndexSize(from, length, bytes.length);
        array = bytes;
        begin = from;
        position = from;
        end = from + length;
        types.begin();
        budget.begin(length);
        if (length > limits.total()) {
            throw tooLong(length);
        }
    }

    /** Begins with what is readable in a buffer of another peer, or of one whose tables have changed; as {@link #reset(ByteBuf)}. */
    @SuppressWarnings("ReferenceEquality") // equal tables are another's, too
    public void reset(DecodeTables newTables, ByteBuf bytes) {
        if (tables != newTables) {
            tables = newTables;
            types = new LatestTypesRead(registry);
        }
        reset(bytes);
    }

    /**
     * Begins with what is readable in the buffer, which stays as it is and must not change while it is read. What is outside the heap or in several
     * pieces is copied once.
     */
    public void reset(ByteBuf bytes) {
        int length = bytes.readableBytes();
        if (bytes.hasArray()) {
            reset(bytes.array(), bytes.arrayOffset() + bytes.readerIndex(), length);
        } else {
            bytes.getBytes(bytes.readerIndex(), room(length), 0, length);
            reset(copied, 0, length);
        }
    }

    /** Begins with what is left in the buffer, which stays as it is; as {@link #reset(ByteBuf)}. */
    void reset(ByteBuffer bytes) {
        int length = bytes.remaining();
        if (bytes.hasArray()) {
            reset(bytes.array(), bytes.arrayOffset() + bytes.position(), length);
        } else {
            bytes.get(bytes.position(), room(length), 0, length);
            reset(copied, 0, length);
        }
    }

    /** Returns an array for a copy: the one that is there if it is long enough, but not too long. */
    private byte[] room(int length) {
        if (length > limits.total()) {
            throw tooLong(length);
        }
        if (length > copied.length || copied.length > MOST_KEPT_BYTES) {
            copied = new byte[Math.max(length, FIRST_KEPT_BYTES)];
        }
        return copied;
    }

    private EdfException tooLong(int length) {
        return EdfException.decoding("the value has " + length + " bytes, more than the limit of " + limits.total(), 0);
    }

    /** Returns how many bytes are left. */
    public int remaining() {
        return end - position;
    }

    /**
     * Ends.
     *
     * @throws EdfException if bytes are left
     */
    public void requireEnd() {
        if (remaining() > 0) {
            throw misfit(remaining() + " bytes are left");
        }
    }

    /** Returns how many bytes were read. */
    public int offset() {
        return position - begin;
    }

    EdfRegistry registry() {
        return registry;
    }

    /** Returns the limits of all that it reads. */
    public EdfLimits limits() {
        return limits;
    }

    ReadBudget budget() {
        return budget;
    }

    LatestTypesRead types() {
        return types;
    }

    DecodeTables tables() {
        return tables;
    }

    byte[] array() {
        return array;
    }

    /** Returns the place in the array that is read next. */
    int position() {
        return position;
    }

    /** Takes so many bytes and returns where they begin in the array. */
    int take(int bytes) {
        int at = position;
        if (bytes > end - at) {
            throw misfit("the data ends: " + bytes + " bytes are expected, " + (end - at) + " are left");
        }
        position = at + bytes;
        return at;
    }

    /** Returns the error, with the place. */
    EdfException fail(String text) {
        return EdfException.decoding(text, offset());
    }

    /** Returns the error, with the place: the bytes do not fit together. */
    EdfException misfit(String text) {
        return EdfException.misfit(text, offset());
    }

    /** Returns the error, with the place. */
    EdfException fail(String text, Throwable cause) {
        return EdfException.decoding(text, offset(), cause);
    }

    // ---- numbers

    /** Reads one byte, signed. */
    public byte getByte() {
        return array[take(Byte.BYTES)];
    }

    /** Reads one byte, unsigned. */
    public int getUnsignedByte() {
        return getByte() & 0xff;
    }

    /** Reads one byte; every other than 1 is false. */
    public boolean getBoolean() {
        return getByte() == 1;
    }

    /** Reads two bytes, signed. */
    public short getShort() {
        return Bytes.getShort(array, take(Short.BYTES));
    }

    /** Reads two bytes, unsigned. */
    public int getUnsignedShort() {
        return getShort() & 0xffff;
    }

    /** Reads four bytes. */
    public int getInt() {
        return Bytes.getInt(array, take(Integer.BYTES));
    }

    /** Reads eight bytes. */
    public long getLong() {
        return Bytes.getLong(array, take(Long.BYTES));
    }

    // ---- texts

    /** Reads a string that must be UTF-8. */
    public String getString() {
        int length = getStringLength();
        int at = take(length);
        String text = Utf8.get(array, at, length);
        if (text == null) {
            throw misfit("the string is not UTF-8");
        }
        return text;
    }

    /** Reads a string: {@code String} if it is UTF-8, else {@link EdfValue.RawString}. */
    Object getAnyString() {
        int length = getStringLength();
        int at = take(length);
        String text = Utf8.get(array, at, length);
        return text != null ? text : new EdfValue.RawString(Arrays.copyOfRange(array, at, at + length));
    }

    private int getStringLength() {
        int length = getUnsignedShort();
        if (length > limits.bytes()) {
            checkLength("string", length);
        }
        return length;
    }

    /** Reads an atom that must be UTF-8. */
    public String getAtom() {
        int length = getUnsignedShort();
        String text = textOfAtom(length);
        if (text == null) {
            throw misfit("the atom is not UTF-8");
        }
        return text;
    }

    /** Reads an atom: {@link EdfValue.Atom} if it is UTF-8, else {@link EdfValue.RawAtom}. */
    EdfValue getAnyAtom() {
        int length = getUnsignedShort();
        String text = textOfAtom(length);
        return text != null ? new EdfValue.Atom(text)
                : new EdfValue.RawAtom(new EdfValue.RawString(Arrays.copyOfRange(array, position - length, position)));
    }

    /** Takes the bytes of an atom of that length, or none if it is an id; null if they are not UTF-8. */
    private @Nullable String textOfAtom(int lengthOrId) {
        if (lengthOrId <= EdfWriter.MOST_ATOM_BYTES) {
            String text = atoms.get(array, take(lengthOrId), lengthOrId);
            return text == null ? null : tables.mapped(text);
        }
        String cached = tables.atom(lengthOrId);
        if (cached == null) {
            throw misfit("the peer did not announce an atom with the id " + lengthOrId);
        }
        return tables.mapped(cached);
    }

    /** Reads bytes with their length. */
    public byte[] getBinary() {
        int length = getLength("binary");
        int at = take(length);
        return Arrays.copyOfRange(array, at, at + length);
    }

    /** Reads a length of four bytes and compares it with what is left. */
    int getLength(String what) {
        int length = getInt();
        checkLength(what, length);
        return length;
    }

    private void checkLength(String what, int length) {
        if (length < 0 || length > remaining()) {
            throw misfit("the " + what + " has " + Integer.toUnsignedString(length) + " bytes, " + remaining()
                    + " are left");
        }
        if (length > limits.bytes()) {
            throw fail("the " + what + " has " + length + " bytes, more than the limit of " + limits.bytes());
        }
    }

    // ---- errors and identifiers

    /** Reads an error that must have a text in UTF-8; null for the nil error. The framework's errors keep their identity. */
    public @Nullable Reason getError() {
        Object error = getAnyError();
        if (error instanceof EdfValue.RawError) {
            throw misfit("the text of the error is empty or not UTF-8");
        }
        return (Reason) error;
    }

    /** Reads an error: {@link Reason} if its text can be one, else {@link EdfValue.RawError}; null for the nil error. */
    @Nullable Object getAnyError() {
        int length = getUnsignedShort();
        if (length == EdfWriter.NIL_ERROR) {
            return null;
        }
        if (length <= EdfWriter.MOST_ERROR_BYTES) {
            return error(length);
        }
        Reason cached = tables.error(length);
        if (cached == null) {
            throw misfit("the peer did not announce an error with the id " + length);
        }
        return cached;
    }

    private Object error(int length) {
        int at = take(length);
        String text = Utf8.get(array, at, length);
        return text != null && length > 0 ? Reason.of(text)
                : new EdfValue.RawError(new EdfValue.RawString(Arrays.copyOfRange(array, at, at + length)));
    }

    /** Reads a pid. */
    public Pid getPid() {
        String node = getAtom();
        int at = take(2 * Long.BYTES);
        return new Pid(node, Bytes.getLong(array, at), Bytes.getLong(array, at + Long.BYTES));
    }

    /** Reads a registered name of a process. */
    public ProcessId getProcessId() {
        String node = getAtom();
        return new ProcessId(getAtom(), node);
    }

    /** Reads an alias. */
    public Alias getAlias() {
        String node = getAtom();
        int at = take(4 * Long.BYTES);
        return new Alias(node, Bytes.getLong(array, at), Bytes.getLong(array, at + Long.BYTES),
                Bytes.getLong(array, at + 2 * Long.BYTES), Bytes.getLong(array, at + 3 * Long.BYTES));
    }

    /** Reads a reference. */
    public Ref getRef() {
        String node = getAtom();
        int at = take(4 * Long.BYTES);
        return new Ref(node, Bytes.getLong(array, at), Bytes.getLong(array, at + Long.BYTES),
                Bytes.getLong(array, at + 2 * Long.BYTES), Bytes.getLong(array, at + 3 * Long.BYTES));
    }

    /** Reads an event. */
    public Event getEvent() {
        String node = getAtom();
        return new Event(getAtom(), node);
    }

    /**
     * Reads the name of the registered type that stands here, whether it is registered here or not, and stops behind it; null for any other type, for an id
     * that nobody announced, and for a name that is not UTF-8.
     */
    public @Nullable String getTypeName() {
        if (getByte() != Tags.REGISTERED) {
            return null;
        }
        int length = getUnsignedShort();
        return length >= CacheIds.TYPE.first ? tables.type(length) : Utf8.get(array, take(length), length);
    }

    /** Reads a value with its type in front of it; null for the nil {@code any}. */
    public @Nullable Object getAny() {
        return Tagged.read(this);
    }

    /** Reads a value of a registered type behind the byte that says so. */
    Object getRegistered() {
        take(Byte.BYTES);
        return types.registered(this).read(this);
    }

    // ---- composites

    /**
     * Reads what stands in front of the items of a slice or map.
     *
     * @param mark the byte that says that it is not nil
     * @param leastBytes of one item
     * @return how many items follow, −1 for nil
     */
    int getCount(byte mark, int leastBytes) {
        byte found = getByte();
        if (found == Tags.NIL) {
            return -1;
        }
        if (found != mark) {
            throw misfit(
                    "the mark of a slice or map is " + Tags.hex(found) + " but must be " + Tags.hex(mark) + " or ff");
        }
        int count = getInt();
        checkCount(count, leastBytes, count);
        return count;
    }

    /**
     * Refuses so many items if the bytes left cannot hold them, or if they are beyond the limit.
     *
     * @param leastBytes of one item
     * @param own how many of them have a first byte that is no other item's
     */
    void checkCount(int count, int leastBytes, int own) {
        if (count < 0 || (long) count * leastBytes > remaining()) {
            throw misfit(Integer.toUnsignedString(count) + " items are announced, " + remaining() + " bytes are left");
        }
        if (count > limits.count()) {
            throw fail(count + " items are announced, more than the limit of " + limits.count());
        }
        if (leastBytes == 0) {
            budget.addEmptyItems(count);
        } else {
            budget.addItems(own);
        }
    }

    /** Makes so many bytes all that is left and returns what {@link #widen} needs to come back. */
    int narrow(int bytes) {
        int outer = end;
        end = position + bytes;
        return outer;
    }

    /** Skips what is left and comes back. */
    void widen(int outer) {
        position = end;
        end = outer;
    }

    /** Returns the error for a key whose class does not let it be compared. */
    EdfException incomparable(RuntimeException e) {
        return fail("a key of a map or an item of a set cannot be compared: " + e, e);
    }

    /** Goes one level deeper; {@link #leave} comes back. */
    void enter() {
        budget.enter();
    }

    void leave() {
        budget.leave();
    }
}
