package io.ergo.interop.vectors.edf;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ergo.Reason;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.edf.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Values that no type of the format can hold and that a file therefore describes in words: {@code nil}, {@code string of 65536 bytes},
 * {@code error text of 32768 bytes}, {@code time with offset of exactly -1 minute}, or a type of the reference, whose values have no encoder:
 * {@code *types.Point}, {@code complex128}, {@code gen.MessageDownPID}, {@code struct{A int}}.
 */
final class DescribedValue {

    private static final Pattern LONG = Pattern.compile("(string|atom|error|error text) of (\\d{1,8}) bytes");
    private static final Pattern OFFSET = Pattern.compile("time with offset of exactly (-?\\d{1,6}) (minute|second)s?");
    private static final Pattern ANY_OFFSET = Pattern
            .compile("\\boffset\\b[^-\\d]{0,40}(-?\\d{1,6}) ?(minute|min|m|second|sec|s)s?\\b");
    private static final Pattern NAMED_TYPE = Pattern.compile("([\\w.]+)\\.(\\w+)(,.*)?");
    private static final Pattern TOO_LONG = Pattern.compile("(string|atom|error) too long");
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MOST_STRING = 65_535;
    private static final int MOST_ATOM = 255;
    private static final int MOST_ERROR = 32_767;
    /** How the reference says that it does not know a type. */
    private static final Pattern NO_ENCODER = Pattern.compile("no encoder for type (.+)");
    /** Pointers, functions, channels, complex numbers and types without a name, and what is made of them: found wherever they stand. */
    private static final Pattern WITHOUT_FORM = Pattern
            .compile(
                    "\\*\\w|\\b(pointer|chan|channel|func|function|complex|complex64|complex128|uintptr|unsafe\\.Pointer)\\b"
                            + "|\\bstruct ?\\{|\\binterface ?\\{ ?[^} ]");

    private DescribedValue() {}

    /**
     * Returns such a value.
     *
     * @param text the description
     * @param error with which the reference refuses it; its type counts where the description is not understood
     */
    static @Nullable Object of(String text, String error, Schemas schemas) {
        try {
            return of(text, schemas);
        } catch (Mismatch notUnderstood) {
            return error.startsWith("nothing to encode") ? null
                    : refusedBy(text, error, schemas).orElseThrow(() -> notUnderstood);
        }
    }

    /** Returns whether a value stands for one that is not understood. */
    static boolean isGuess(@Nullable Object value) {
        return value instanceof Guess;
    }

    /** The error tells what has to be refused, whatever was around it. */
    private static Optional<Object> refusedBy(String text, String error, Schemas schemas) {
        Matcher type = NO_ENCODER.matcher(error);
        if (type.matches()) {
            Matcher named = NAMED_TYPE.matcher(type.group(1));
            return Optional.of(named.matches() ? unregistered(named.group(1), named.group(2), schemas)
                    : new WithoutForm(text));
        }
        if (error.startsWith("Time.")) {
            Matcher offset = ANY_OFFSET.matcher(text);
            return Optional.of(offset.find() ? time(offset) : new Guess(text));
        }
        if (error.startsWith("pointer type is not supported")) {
            return Optional.of(new WithoutForm("pointer"));
        }
        Matcher tooLong = TOO_LONG.matcher(error);
        if (!tooLong.lookingAt()) {
            return isOfItsType(text, error) ? Optional.of(new Guess(text)) : Optional.empty();
        }
        return Optional.of(switch (tooLong.group(1)) {
            case "string" -> big("string", MOST_STRING + 1);
            case "atom" -> big("atom", MOST_ATOM + 1);
            default -> big("error", MOST_ERROR + 1);
        });
    }

    /** Returns whether the type itself refuses its values. Of such a type nothing is here that could be checked. */
    private static boolean isOfItsType(String text, String error) {
        return !NAMED_TYPE.matcher(text).matches() && !RefusedCases.OF_THE_ENCODER.matcher(error).matches();
    }

    private static @Nullable Object of(String text, Schemas schemas) {
        if (text.equals("nil") || text.equals("nil value") || text.equals("untyped nil")) {
            return null;
        }
        Matcher big = LONG.matcher(text);
        if (big.matches()) {
            return big(big.group(1), Integer.parseInt(big.group(2)));
        }
        Matcher offset = OFFSET.matcher(text);
        if (offset.matches()) {
            return time(offset);
        }
        if (WITHOUT_FORM.matcher(text).find()) {
            return new WithoutForm(text);
        }
        Matcher type = NAMED_TYPE.matcher(text);
        if (type.matches()) {
            return unregistered(type.group(1), type.group(2), schemas);
        }
        throw new Mismatch("the description of the value is not understood: '" + text + "'");
    }

    private static EdfValue.Time time(Matcher offset) {
        int unit = offset.group(2).startsWith("m") ? SECONDS_PER_MINUTE : 1;
        return new EdfValue.Time(0, 0, Integer.parseInt(offset.group(1)) * unit, false);
    }

    private static Object big(String what, int bytes) {
        String text = "x".repeat(bytes);
        return switch (what) {
            case "string" -> text;
            case "atom" -> new EdfValue.Atom(text);
            default -> Reason.of(text);
        };
    }

    /** A type that is among the schemas after all has an encoder, and the case is wrong unless that is the type's own. */
    private static Object unregistered(String where, String name, Schemas schemas) {
        String end = "/" + where + "/" + name;
        Optional<Schema> known = schemas.all().stream().filter(each -> each.name().endsWith(end)).findFirst();
        if (known.isEmpty()) {
            return new EdfValue.Struct("#" + where + "/" + name, List.of());
        }
        if (known.get() instanceof Schema.Opaque opaque) {
            return new EdfValue.Opaque(opaque.name(), new byte[0]);
        }
        throw new Mismatch("the type " + where + "." + name + " is registered, so its values are not refused");
    }

    /**
     * A value of a class that nobody registered, as all values are whose type has no form on the wire.
     *
     * @param type what the reference calls it
     */
    private record WithoutForm(String type) {}

    /**
     * In place of a value that is not understood, and like it refused: the case shows nothing.
     *
     * @param description of the value
     */
    private record Guess(String description) {}
}
