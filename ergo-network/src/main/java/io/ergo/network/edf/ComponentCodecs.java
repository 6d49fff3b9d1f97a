package io.ergo.network.edf;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.ergo.Reason;
import org.jspecify.annotations.Nullable;

/** Finds the codec of a component by its Java type and, where one is asked for, its type on the wire. */
final class ComponentCodecs {

    private final Registration registration;

    ComponentCodecs(Registration registration) {
        this.registration = registration;
    }

    Codec codec(JavaType type, @Nullable WireType wanted) {
        return codec(type, wanted, false);
    }

    /** Returns the codec of what a type of its own name is. */
    Codec base(JavaType type, WireType base) {
        return exactly(base, codec(type, base, true), type);
    }

    /** Returns the codec of a field whose type is given. */
    Codec field(JavaType type, WireType field) {
        return exactly(field, codec(type, field, false), type);
    }

    private static Codec exactly(WireType wanted, Codec codec, JavaType type) {
        if (!codec.type().equals(wanted)) {
            throw new IllegalArgumentException(type + " may be null, which a " + wanted + " cannot be");
        }
        return codec;
    }

    private Codec codec(JavaType type, @Nullable WireType wanted, boolean named) {
        if (type.raw() == Optional.class) {
            return new OptionalCodec(codec(type.arguments().getFirst().with(true), wanted, named));
        }
        Codec found = found(type, wanted, named);
        if (wanted == Scalar.ANY && found.type() != Scalar.ANY) {
            found = new TaggedCodec(found, false);
        }
        if (wanted != null && !wanted.equals(found.type())) {
            throw new IllegalArgumentException(type + " cannot be sent as " + wanted + "; it is " + found.type());
        }
        return type.nullable() ? found.orNull() : found;
    }

    private Codec found(JavaType type, @Nullable WireType wanted, boolean named) {
        Codec builtIn = wanted == null || wanted instanceof Scalar ? builtIn(type.raw(), (Scalar) wanted) : null;
        if (builtIn != null) {
            return builtIn;
        }
        if (type.raw() == Map.class) {
            return map(type, wanted, named);
        }
        if (isSequence(type.raw())) {
            return sequence(type, wanted, named);
        }
        if (registration.isTagged(type, wanted == Scalar.ANY)) {
            registration.later(type);
            return new InstanceCodec(type.raw(), false);
        }
        return registration.registered(type.notNull()).codec();
    }

    /** Returns the codec of a class that is no container and needs no registration, null if it is none. */
    static @Nullable Codec builtIn(Class<?> raw, @Nullable Scalar wanted) {
        if (raw == Reason.class) {
            return new ErrorCodec(false);
        }
        Codec fixed = FixedCodec.find(raw, wanted);
        return fixed != null ? fixed : PlainCodec.find(raw, wanted);
    }

    /** Tells whether components of the class are sent without any registration. */
    static boolean hasTypeByItself(Class<?> raw) {
        return builtIn(raw, null) != null || isSequence(raw) || raw == Map.class || raw == Optional.class
                || raw == Object.class || EdfValue.class.isAssignableFrom(raw) || raw == EdfList.class
                || raw == EdfMap.class;
    }

    private static boolean isSequence(Class<?> type) {
        return type.isArray() || type == List.class || type == Set.class || type == Collection.class;
    }

    private Codec sequence(JavaType type, @Nullable WireType wanted, boolean named) {
        WireType wantedItem = switch (wanted) {
            case WireType.Slice slice -> slice.item();
            case WireType.Array array -> array.item();
            case null, default -> null;
        };
        Codec item = codec(type.arguments().getFirst(), wantedItem);
        Sequence sequence = wanted instanceof WireType.Array array ? Sequence.array(array, item)
                : Sequence.slice(item, named ? Tags.REGISTERED : Tags.SLICE);
        if (type.raw().isArray()) {
            return array(sequence, type.raw().componentType());
        }
        return type.raw() == Set.class ? new SetCodec(sequence, false) : new ListCodec(sequence, false);
    }

    private static Codec array(Sequence sequence, Class<?> component) {
        return component.isPrimitive() && sequence.item() instanceof FixedCodec number
                ? new NumbersCodec(sequence, number, component, false)
                : new ArrayCodec(sequence, component, false);
    }

    private Codec map(JavaType type, @Nullable WireType wanted, boolean named) {
        WireType.Mapping wantedMap = wanted instanceof WireType.Mapping map ? map : null;
        Codec key = codec(type.arguments().getFirst(), wantedMap == null ? null : wantedMap.key());
        Codec value = codec(type.arguments().getLast(), wantedMap == null ? null : wantedMap.value());
        String refusal = WireType.Mapping.refusalOfKey(key.type());
        if (refusal != null) {
            throw new IllegalArgumentException(refusal);
        }
        registration.checkKey(key.type());
        return new MapCodec(Entries.of(key, value, named ? Tags.REGISTERED : Tags.MAP), false);
    }
}
