package io.ergo.interop.vectors.edf;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.edf.EdfValue;

/** Times by their seconds, which the text beside them has to agree with as far as it tells. */
final class Times {

    /** From the first second of the year 1 to the one of 1970. */
    private static final long UNIX_EPOCH = 62_135_596_800L;
    /** What Java knows, less than the wire: 18 hours. */
    private static final int MOST_OFFSET = ZoneOffset.MAX.getTotalSeconds();
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MOST_NANOS = 999_999_999;
    /** Other years are written in several ways. */
    private static final Pattern COMMON_YEAR = Pattern.compile("\\d{4}-.*");

    private Times() {}

    static EdfValue.Time read(Entry entry) {
        entry.only("type", "unix_seconds", "nanos", "utc", "offset_seconds", "rfc3339");
        long unix = entry.whole("unix_seconds");
        int nanos = entry.count("nanos");
        int offset = entry.count("offset_seconds");
        boolean utc = entry.is("utc");
        if (nanos < 0 || nanos > MOST_NANOS || (utc && offset != 0)) {
            throw new Mismatch("a time must have 0 to " + MOST_NANOS + " nanoseconds, and UTC has no offset: "
                    + entry.node());
        }
        String text = entry.text("rfc3339", "");
        if (COMMON_YEAR.matcher(text).matches() && isOffset(offset)) {
            agree(text, unix + offset, nanos, offset);
        }
        return new EdfValue.Time(unix + UNIX_EPOCH, nanos, offset, utc);
    }

    /** The text shows what a clock on the wall does, and the offset without its seconds. */
    private static void agree(String text, long wall, int nanos, int offset) {
        try {
            OffsetDateTime shown = OffsetDateTime.parse(text);
            Mismatch.requireEqual("the text beside the seconds",
                    LocalDateTime.ofEpochSecond(wall, nanos, ZoneOffset.UTC), shown.toLocalDateTime());
            Mismatch.requireEqual("the offset in minutes in the text beside it", offset / SECONDS_PER_MINUTE,
                    shown.getOffset().getTotalSeconds() / SECONDS_PER_MINUTE);
        } catch (DateTimeException bad) {
            throw new Mismatch("the text beside the seconds is no time: '" + text + "'");
        }
    }

    private static boolean isOffset(int seconds) {
        return seconds >= -MOST_OFFSET && seconds <= MOST_OFFSET;
    }

    /** Returns the same moment in the form that keeps everything. */
    static EdfValue.Time exact(OffsetDateTime time) {
        return new EdfValue.Time(time.toEpochSecond() + UNIX_EPOCH, time.getNano(), time.getOffset().getTotalSeconds(),
                time.getOffset().equals(ZoneOffset.UTC));
    }

    /** Returns whether Java's own type holds it without a loss. */
    static boolean isPlain(EdfValue.Time time) {
        long unix = time.seconds() - UNIX_EPOCH;
        return (time.utc() || time.offsetSeconds() != 0) && isOffset(time.offsetSeconds())
                && unix < OffsetDateTime.MAX.toEpochSecond()
                && unix > OffsetDateTime.MIN.toEpochSecond();
    }
}
