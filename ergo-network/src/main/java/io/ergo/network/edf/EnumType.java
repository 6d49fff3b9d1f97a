package io.ergo.network.edf;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** An enum as a named scalar: each constant has a value on the wire, and no other value is taken. */
final class EnumType extends RegisteredType {

    private final Codec base;
    private final Map<Object, Object> values = new HashMap<>();
    private final Map<Object, Object> constants = new HashMap<>();

    private EnumType(Schema.Named schema, Codec base) {
        super(schema, base.leastBytes());
        this.base = base;
    }

    /**
     * Reads the declared values.
     *
     * @throws IllegalArgumentException if a constant has none, a wrong one or that of another
     */
    static EnumType of(Class<?> type, String name, Scalar scalar, Codec base) {
        EnumType made = new EnumType(new Schema.Named(name, scalar), base);
        for (Object constant : type.getEnumConstants()) {
            made.add(type, (Enum<?>) constant, scalar);
        }
        return made;
    }

    private void add(Class<?> type, Enum<?> constant, Scalar scalar) {
        EdfCode code = code(type, constant);
        if (code == null) {
            throw new IllegalArgumentException("the constant " + constant.name() + " of " + type.getName()
                    + " has no value on the wire; give it one with @EdfCode");
        }
        Object value = parsed(type, constant, scalar, code.value());
        Object other = constants.putIfAbsent(value, constant);
        if (other != null) {
            throw new IllegalArgumentException("the constants " + other + " and " + constant.name() + " of "
                    + type.getName() + " have one value on the wire: " + code.value());
        }
        values.put(constant, value);
    }

    private static @Nullable EdfCode code(Class<?> type, Enum<?> constant) {
        try {
            return type.getField(constant.name()).getAnnotation(EdfCode.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("an enum has a field for each constant", e);
        }
    }

    private static Object parsed(Class<?> type, Enum<?> constant, Scalar scalar, String text) {
        try {
            return parse(scalar, text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the value '" + text + "' of the constant " + constant.name() + " of "
                    + type.getName() + " is no " + scalar, e);
        }
    }

    private static Object parse(Scalar scalar, String text) {
        return switch (scalar) {
            case STRING -> text;
            case INT8 -> Byte.valueOf(text);
            case INT16 -> Short.valueOf(text);
            case INT32 -> Integer.valueOf(text);
            case INT -> Long.valueOf(text);
            case INT64 -> new EdfValue.Int64(Long.parseLong(text));
            case UINT8 -> new EdfValue.UInt8(Integer.parseInt(text));
            case UINT16 -> new EdfValue.UInt16(Integer.parseInt(text));
            case UINT32 -> new EdfValue.UInt32(Long.parseLong(text));
            case UINT64 -> new EdfValue.UInt64(Long.parseUnsignedLong(text));
            case UINT -> new EdfValue.UInt(Long.parseUnsignedLong(text));
            default -> throw new IllegalArgumentException("no base of an enum");
        };
    }

    @Override
    void write(EdfWriter out, @Nullable Object constant) {
        Object value = constant == null ? null : values.get(constant);
        if (value == null) {
            throw wrongValue(constant);
        }
        base.write(out, value);
    }

    @Override
    Object read(EdfReader in) {
        Object value = base.read(in);
        Object constant = value == null ? null : constants.get(value);
        if (constant == null) {
            throw in.fail("the value " + value + " of " + name() + " belongs to no constant");
        }
        return constant;
    }
}
