package io.ergo.interop.vectors.edf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BiPredicate;

import io.ergo.Reason;
import io.ergo.interop.vectors.check.HexText;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.framework.NetworkFlags;
import org.jspecify.annotations.Nullable;

/**
 * What the reference makes of some bytes otherwise than it has written them: it takes the seconds of an offset without their sign, the text of an
 * error for a format, and of flags those alone that it knows. Here a value stays what was written.
 */
final class ReferenceReading implements BiPredicate<Object, Object> {

    /** What a byte without a sign is more. */
    private static final int SIGN = 256;
    private static final int SECONDS_PER_MINUTE = 60;
    /** Begins what the formatter replaces. */
    private static final char VERB = '%';
    private static final String FLAGS = "/gen/NetworkFlags";
    /** Those of the first release; later ones know more. */
    private static final long KNOWN_FLAGS = 0x7f;

    private final String hex;

    /** Creates one for values that come from these bytes. */
    ReferenceReading(byte[] bytes) {
        this.hex = HexText.of(bytes);
    }

    @Override
    public boolean test(Object ofTheReference, Object actual) {
        return switch (Values.plain(ofTheReference)) {
            case EdfValue.Time time -> Values.plain(actual) instanceof EdfValue.Time own && isUnsigned(time, own);
            case Reason _,EdfValue.RawError _ -> isFormat(ofTheReference, actual);
            case EdfValue.Opaque flags when flags.name().endsWith(FLAGS) ->
                    actual instanceof EdfValue.Opaque own && own.name().equals(flags.name())
                            && areKnown(flags.payload(), own.payload())
                            && hex.contains("%08x%s".formatted(own.payload().length, HexText.of(own.payload())));
            case null, default -> false;
        };
    }

    private static boolean isUnsigned(EdfValue.Time time, EdfValue.Time own) {
        return own.offsetSeconds() % SECONDS_PER_MINUTE < 0
                && time.equals(new EdfValue.Time(own.seconds(), own.nanos(), own.offsetSeconds() + SIGN, false));
    }

    /**
     * What the formatter makes of the text is not asked for; but it keeps what stands in front of the first verb, and the text must stand in the bytes as it
     * is here.
     */
    private boolean isFormat(Object ofTheReference, Object actual) {
        byte[] formatted = text(ofTheReference);
        byte[] text = text(actual);
        if (formatted == null || text == null) {
            return false;
        }
        String own = new String(text, StandardCharsets.ISO_8859_1);
        int verb = own.indexOf(VERB);
        return verb >= 0 && new String(formatted, StandardCharsets.ISO_8859_1).startsWith(own.substring(0, verb))
                && hex.contains("%04x%s".formatted(text.length, HexText.of(text)));
    }

    private static byte @Nullable [] text(Object error) {
        return switch (error) {
            case Reason reason -> reason.text().getBytes(StandardCharsets.UTF_8);
            case EdfValue.RawError raw -> raw.text().bytes();
            default -> null;
        };
    }

    /** Without the flag that all others need there are none. What stands behind the eight bytes is for other releases. */
    private static boolean areKnown(byte[] known, byte[] own) {
        if (known.length != Long.BYTES || own.length < Long.BYTES) {
            return false;
        }
        long kept = ByteBuffer.wrap(known).getLong();
        long bits = ByteBuffer.wrap(own).getLong();
        return new NetworkFlags(bits).isSet(NetworkFlags.ENABLE)
                ? (kept & ~bits) == 0 && (kept & KNOWN_FLAGS) == (bits & KNOWN_FLAGS)
                : kept == 0;
    }
}
