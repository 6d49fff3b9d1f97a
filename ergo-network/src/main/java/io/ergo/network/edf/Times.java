package io.ergo.network.edf;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/** Moments: seconds since the year 1, nanoseconds, and an offset in minutes, with a second form for offsets that are no whole minutes. */
final class Times {

    private static final long UNIX_EPOCH = 62_135_596_800L;
    private static final int SHORT_LENGTH = 15;
    private static final int LONG_LENGTH = 16;
    private static final int UTC = -1;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MOST_OFFSET = 18 * 3600;
    private static final int MOST_NANOS = 999_999_999;
    /** With any offset there is a local time for these, and for all between. */
    private static final long LEAST_SECOND = LocalDateTime.MIN.toEpochSecond(ZoneOffset.UTC) + MOST_OFFSET;
    private static final long MOST_SECOND = LocalDateTime.MAX.toEpochSecond(ZoneOffset.UTC) - MOST_OFFSET;

    private Times() {}

    static void write(EdfWriter out, @Nullable Object value) {
        switch (value) {
            case OffsetDateTime time -> write(out, time);
            case Instant time -> write(out, time);
            case EdfValue.Time time -> write(out, time.seconds(), time.nanos(), time.offsetSeconds(), time.utc());
            case null, default -> throw new ClassCastException("no time");
        }
    }

    static void write(EdfWriter out, OffsetDateTime time) {
        ZoneOffset offset = time.getOffset();
        write(out, time.toEpochSecond() + UNIX_EPOCH, time.getNano(), offset.getTotalSeconds(),
                offset.equals(ZoneOffset.UTC));
    }

    static void write(EdfWriter out, Instant time) {
        write(out, time.getEpochSecond() + UNIX_EPOCH, time.getNano(), 0, true);
    }

    private static void write(EdfWriter out, long seconds, int nanos, int offset, boolean utc) {
        int minutes = utc ? UTC : minutes(offset);
        int rest = utc ? 0 : offset - minutes * SECONDS_PER_MINUTE;
        if (nanos < 0 || nanos > MOST_NANOS || (!utc && minutes == UTC) || rest != (byte) rest) {
            throw EdfException.encoding("a time with " + nanos + " ns and an offset of " + offset
                    + " s cannot be written; an offset of one minute west stands for UTC on the wire");
        }
        out.putByte(rest == 0 ? SHORT_LENGTH : LONG_LENGTH);
        out.putByte(rest == 0 ? 1 : 2);
        out.putLong(seconds);
        out.putInt(nanos);
        out.putShort(minutes);
        if (rest != 0) {
            out.putByte(rest);
        }
    }

    /**
     * Towards zero as far as seconds beside the minutes do not make −1 of them, which is UTC: then as two minutes less some seconds. The most minutes
     * there are can have more than a minute of seconds beside them.
     */
    private static int minutes(int offset) {
        int minutes = Math.clamp(offset / SECONDS_PER_MINUTE, Short.MIN_VALUE, Short.MAX_VALUE);
        return minutes == UTC && offset % SECONDS_PER_MINUTE != 0 ? minutes - 1 : minutes;
    }

    static Object read(EdfReader in) {
        EdfValue.Time time = readExactly(in);
        long unix = time.seconds() - UNIX_EPOCH;
        boolean fits = time.seconds() > Long.MIN_VALUE + UNIX_EPOCH && unix >= LEAST_SECOND && unix <= MOST_SECOND
                && Math.abs(time.offsetSeconds()) <= MOST_OFFSET && (time.utc() || time.offsetSeconds() != 0);
        return fits ? moment(time) : time;
    }

    /** Reads a time into a component that must be a moment; of an offset of zero the distinction from UTC is lost. */
    static OffsetDateTime readMoment(EdfReader in) {
        Object time = read(in);
        if (time instanceof OffsetDateTime moment) {
            return moment;
        }
        EdfValue.Time exact = (EdfValue.Time) time;
        if (Math.abs(exact.offsetSeconds()) > MOST_OFFSET) {
            throw in.fail("the time " + exact + " is beyond what OffsetDateTime can hold");
        }
        try {
            return moment(exact);
        } catch (DateTimeException e) {
            throw in.fail("the time " + exact + " is beyond what OffsetDateTime can hold");
        }
    }

    /** Reads a time into a component that must be an instant; its offset is lost. */
    static Instant readInstant(EdfReader in) {
        EdfValue.Time time = readExactly(in);
        if (time.seconds() < Instant.MIN.getEpochSecond() + UNIX_EPOCH
                || time.seconds() > Instant.MAX.getEpochSecond() + UNIX_EPOCH) {
            throw in.fail("the time " + time + " is beyond what Instant can hold");
        }
        return instant(time);
    }

    private static Instant instant(EdfValue.Time time) {
        return Instant.ofEpochSecond(time.seconds() - UNIX_EPOCH, time.nanos());
    }

    private static OffsetDateTime moment(EdfValue.Time time) {
        return OffsetDateTime.ofInstant(instant(time), ZoneOffset.ofTotalSeconds(time.offsetSeconds()));
    }

    private static EdfValue.Time readExactly(EdfReader in) {
        int length = in.getUnsignedByte();
        int version = length == SHORT_LENGTH ? 1 : 2;
        if (length != SHORT_LENGTH && length != LONG_LENGTH) {
            throw in.misfit("a time has " + length + " bytes but must have 15 or 16");
        }
        if (in.getByte() != version) {
            throw in.misfit("the version of a time of " + length + " bytes must be " + version);
        }
        long seconds = in.getLong();
        int nanos = in.getInt();
        if (nanos < 0 || nanos > MOST_NANOS) {
            throw in.misfit("a time has " + Integer.toUnsignedString(nanos) + " nanoseconds");
        }
        int minutes = in.getShort();
        int rest = version == 2 ? in.getByte() : 0;
        int offset = minutes * SECONDS_PER_MINUTE + rest;
        boolean utc = offset == UTC * SECONDS_PER_MINUTE;
        return new EdfValue.Time(seconds, nanos, utc ? 0 : offset, utc);
    }
}
