package io.ergo.network.edf;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.ergo.Alias;
import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Where values are written to: an array that grows, up to a limit. All numbers are big-endian. One thread at a time; made once and
 * {@linkplain #reset() reset} for each value, it allocates nothing. The array stays for the next value; a reset gives it back if it is longer than 64 KiB
 * and the value before took less than a quarter of it.
 */
public final class EdfWriter {

    static final int MOST_STRING_BYTES = 0xffff;
    static final int MOST_ATOM_BYTES = 255;
    static final int MOST_ERROR_BYTES = 32767;
    static final int NIL_ERROR = 0xffff;

    private static final int FIRST_SIZE = 256;
    private static final int MOST_KEPT_BYTES = 64 * 1024;
    private static final int LEAST_PART = 4;
    private static final int MOST_BYTES_PER_CHAR = 3;

    private final EdfRegistry registry;
    private final int limit;
    private final int depthLimit;
    private final AsciiCopy ascii = new AsciiCopy();
    private final EntryWriter entryWriter = new EntryWriter(this);
    private final EncodeTables tables;
    private final LatestTypesWritten types;
    private byte[] array;
    private int position;
    private int depth;

    EdfWriter(EdfRegistry registry, EncodeTables tables, int limit) {
        this.registry = registry;
        this.tables = tables;
        this.limit = limit;
        this.depthLimit = registry.limits().depth();
        this.types = new LatestTypesWritten(registry, tables);
        this.array = new byte[Math.min(FIRST_SIZE, limit)];
    }

    /** Begins again. */
    public void reset() {
        if (array.length > MOST_KEPT_BYTES && position < array.length / LEAST_PART) {
            array = new byte[FIRST_SIZE];
        }
        position = 0;
        depth = 0;
        types.begin();
    }

    /** Returns how many bytes were written. */
    public int size() {
        return position;
    }

    /** Returns a copy of what was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(array, position);
    }

    /** Returns the array itself; only the first {@link #size()} bytes count, and only until the next write. */
    public byte[] array() {
        return array;
    }

    EncodeTables tables() {
        return tables;
    }

    EdfRegistry registry() {
        return registry;
    }

    LatestTypesWritten types() {
        return types;
    }

    EntryWriter entryWriter() {
        return entryWriter;
    }

    /** Makes room for so many items of so many bytes, like {@link #reserve(int)}. */
    int reserve(int count, int bytes) {
        return reserve((int) Math.min(Integer.MAX_VALUE, (long) count * bytes));
    }

    /** Makes room for so many bytes, which the caller fills, and returns where they begin. */
    int reserve(int bytes) {
        int at = position;
        if (bytes > array.length - at) {
            grow(at, bytes);
        }
        position = at + bytes;
        return at;
    }

    private void grow(int used, int bytes) {
        long needed = (long) used + bytes;
        if (needed > limit) {
            throw EdfException.encoding("the value takes more than the limit of " + limit + " bytes");
        }
        array = Arrays.copyOf(array, (int) Math.min(limit, Math.max(needed, array.length * 2L)));
    }

    private void room(int bytes) {
        if (bytes > array.length - position) {
            grow(position, bytes);
        }
    }

    // ---- numbers

    /** Writes the low byte. */
    public void putByte(int value) {
        int at = reserve(Byte.BYTES); // may replace the array
        array[at] = (byte) value;
    }

    /** Writes one byte: 1 for true. */
    public void putBoolean(boolean value) {
        putByte(value ? 1 : 0);
    }

    /** Writes the low two bytes. */
    public void putShort(int value) {
        int at = reserve(Short.BYTES);
        Bytes.putShort(array, at, value);
    }

    /** Writes four bytes. */
    public void putInt(int value) {
        int at = reserve(Integer.BYTES);
        Bytes.putInt(array, at, value);
    }

    /** Writes eight bytes. */
    public void putLong(long value) {
        int at = reserve(Long.BYTES);
        Bytes.putLong(array, at, value);
    }

    /** Writes a byte, then the low two bytes of the number. */
    void putTagged(byte tag, int number) {
        int at = reserve(Byte.BYTES + Short.BYTES);
        array[at] = tag;
        Bytes.putShort(array, at + Byte.BYTES, number);
    }

    /** Writes what stands for no slice, no map, or no value where any may stand. */
    void putNil() {
        putByte(Tags.NIL);
    }

    /** Writes what stands in front of the items of a slice or map. */
    void putCount(byte mark, int count) {
        int at = reserve(Byte.BYTES + Integer.BYTES);
        array[at] = mark;
        Bytes.putInt(array, at + Byte.BYTES, count);
    }

    /** Writes bytes and nothing else. */
    public void putBytes(byte[] bytes) {
        int at = reserve(bytes.length);
        System.arraycopy(bytes, 0, array, at, bytes.length);
    }

    // ---- texts

    /** Writes a string: its length in UTF-8, then its bytes. */
    public void putString(String text) {
        putText(text, MOST_STRING_BYTES, "string");
    }

    /** Writes a string of any bytes. */
    void putString(byte[] bytes) {
        if (bytes.length > MOST_STRING_BYTES) {
            throw tooLong("string", bytes.length, MOST_STRING_BYTES);
        }
        putShort(bytes.length);
        putBytes(bytes);
    }

    /** Writes an atom: its id if there is one, else its text. */
    public void putAtom(String text) {
        String mapped = tables.mapped(text);
        Integer id = tables.atom(mapped);
        if (id != null) {
            putShort(id);
        } else {
            putText(mapped, MOST_ATOM_BYTES, "atom");
        }
    }

    /** Writes an atom of any bytes, as they are. */
    void putAtom(byte[] bytes) {
        if (bytes.length > MOST_ATOM_BYTES) {
            throw tooLong("atom", bytes.length, MOST_ATOM_BYTES);
        }
        putShort(bytes.length);
        putBytes(bytes);
    }

    /** Writes bytes with their length. */
    public void putBinary(byte[] bytes) {
        putInt(bytes.length);
        putBytes(bytes);
    }

    /** Writes what is left in the buffer, which stays as it is, with its length. */
    public void putBinary(ByteBuffer bytes) {
        int length = bytes.remaining();
        putInt(length);
        int at = reserve(length);
        bytes.get(bytes.position(), array, at, length);
    }

    private void putText(String text, int most, String what) {
        int chars = text.length();
        if (chars > most) {
            throw tooLong(what, chars, most);
        }
        int worst = chars * MOST_BYTES_PER_CHAR;
        room(Short.BYTES + (worst <= limit - position - Short.BYTES ? worst : Utf8.length(text)));
        int begin = position + Short.BYTES;
        int end = chars >= AsciiCopy.LEAST_CHARS && ascii.put(text, array, begin) ? begin + chars
                : Utf8.put(text, array, begin);
        int bytes = end - begin;
        if (bytes > most) {
            throw tooLong(what, bytes, most);
        }
        Bytes.putShort(array, position, bytes);
        position = end;
    }

    private static EdfException tooLong(String what, int bytes, int most) {
        return EdfException.encoding("the " + what + " has at least " + bytes + " bytes but may have " + most);
    }

    // ---- errors and identifiers

    /** Writes an error: its id if there is one, else its text; null is the nil error. */
    public void putError(@Nullable Reason reason) {
        if (reason == null) {
            putShort(NIL_ERROR);
            return;
        }
        Integer id = tables.error(reason);
        if (id != null) {
            putShort(id);
        } else {
            String text = reason.toString();
            putText(tables.doublePercents() ? text.replace("%", "%%") : text, MOST_ERROR_BYTES, "text of the error");
        }
    }

    /** Writes an error of any bytes. */
    void putError(byte[] given) {
        byte[] text = tables.doublePercents() ? Bytes.doubled(given, '%') : given;
        if (text.length > MOST_ERROR_BYTES) {
            throw tooLong("text of the error", text.length, MOST_ERROR_BYTES);
        }
        putShort(text.length);
        putBytes(text);
    }

    /** Writes a pid. */
    public void putPid(Pid pid) {
        putAtom(pid.node());
        int at = reserve(2 * Long.BYTES);
        Bytes.putLong(array, at, pid.id());
        Bytes.putLong(array, at + Long.BYTES, pid.creation());
    }

    /** Writes a registered name of a process. */
    public void putProcessId(ProcessId id) {
        putAtom(id.node());
        putAtom(id.name());
    }

    /** Writes an alias. */
    public void putAlias(Alias alias) {
        putReference(alias.node(), alias.creation(), alias.id0(), alias.id1(), alias.id2());
    }

    /** Writes a reference. */
    public void putRef(Ref ref) {
        putReference(ref.node(), ref.creation(), ref.id0(), ref.id1(), ref.id2());
    }

    /** Writes an event. */
    public void putEvent(Event event) {
        putAtom(event.node());
        putAtom(event.name());
    }

    private void putReference(String node, long creation, long id0, long id1, long id2) {
        putAtom(node);
        int at = reserve(4 * Long.BYTES);
        Bytes.putLong(array, at, creation);
        Bytes.putLong(array, at + Long.BYTES, id0);
        Bytes.putLong(array, at + 2 * Long.BYTES, id1);
        Bytes.putLong(array, at + 3 * Long.BYTES, id2);
    }

    /**
     * Writes a whole message: a value with its type in front of it.
     *
     * @throws EdfException if it is null, which no peer takes for a message
     */
    public void putMessage(@Nullable Object message) {
        if (message == null) {
            throw EdfException.encoding("a message cannot be null");
        }
        putAny(message);
    }

    /** Writes a value with its type in front of it; null is the nil {@code any}. */
    public void putAny(@Nullable Object value) {
        Tagged.write(this, value);
    }

    /** Writes what announces a value of the type, that is, what stands in front of it where any value may stand. */
    public void putType(WireType type) {
        Tagged.writeType(this, type);
    }

    // ---- depth

    /** Goes one level deeper; {@link #leave} comes back. */
    void enter() {
        if (++depth > depthLimit) {
            throw EdfException.encoding("the value is nested deeper than the limit of " + depthLimit);
        }
    }

    void leave() {
        depth--;
    }
}
