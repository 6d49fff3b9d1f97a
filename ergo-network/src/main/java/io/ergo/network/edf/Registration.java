package io.ergo.network.edf;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One registration: a record or enum, before it whatever it consists of, and after it what it may hold in an {@code any}. One thread.
 */
final class Registration {

    /** A generic record may be in itself with other arguments, but not for ever. */
    private static final int MOST_OF_A_CLASS = 16;

    private final KnownTypes known;
    private final ComponentCodecs components;
    private final RecordTypes records;
    private final Set<JavaType> open = new LinkedHashSet<>();
    private final Queue<JavaType> later = new ArrayDeque<>();

    Registration(KnownTypes known, RecordCompiler compiler) {
        this.known = known;
        this.components = new ComponentCodecs(this);
        this.records = new RecordTypes(components, compiler);
    }

    /** Registers a record, an enum, or the members of a sealed interface under the names they declare. */
    void add(JavaType type) {
        later(type);
        addLater();
    }

    /** Registers a record or enum under the name. */
    void add(JavaType type, String name) {
        RegisteredType present = known.of(type);
        if (present == null) {
            make(type, name);
        } else if (!present.name().equals(name)) {
            throw new IllegalArgumentException(
                    type + " cannot be registered as " + name + ": it is registered as " + present.name());
        }
        addLater();
    }

    /** Registers a record as what the schema says. */
    void add(JavaType type, Schema schema) {
        known.add(type, records.of(type, schema));
        addLater();
    }

    private void addLater() {
        for (JavaType next = later.poll(); next != null; next = later.poll()) {
            registered(next);
        }
    }

    /** Returns what is registered, after it was registered if need be. */
    RegisteredType registered(JavaType type) {
        RegisteredType present = known.of(type);
        return present != null ? present : make(type, name(type));
    }

    /** Puts off what the component in hand can do without. */
    void later(JavaType type) {
        if (isFamily(type)) {
            for (Class<?> member : type.raw().getPermittedSubclasses()) {
                later(JavaType.of(member));
            }
        } else if (type.raw() != Object.class && ComponentCodecs.builtIn(type.raw(), null) == null) {
            laterByName(type.notNull());
        }
    }

    /** A missing name is told now, while it is known who needs it. */
    private void laterByName(JavaType type) {
        if (known.of(type) == null && !open.contains(type)) {
            name(type);
            later.add(type);
        }
    }

    /** Tells whether values of the type are sent with their own type in front: whatever may be of several types, or null, or is wanted so. */
    boolean isTagged(JavaType type, boolean wanted) {
        return type.raw() == Object.class || isFamily(type)
                || ((wanted || type.nullable()) && type.arguments().isEmpty());
    }

    private boolean isFamily(JavaType type) {
        return type.raw().isSealed() && !type.raw().isEnum() && known.of(type.notNull()) == null;
    }

    /** Refuses what cannot be the key of a map. */
    void checkKey(WireType key) {
        known.checkKey(key);
    }

    private String name(JavaType type) {
        Class<?> raw = type.raw();
        EdfType declared = raw.getAnnotation(EdfType.class);
        if (declared != null) {
            return checked(declared.value() + arguments(type), type);
        }
        throw new IllegalArgumentException(raw.isRecord() || raw.isEnum()
                ? type + " has no wire name; give it one with @EdfType or register it before"
                : type + " cannot be sent; make it a record with @EdfType or register an EdfCodec for it before");
    }

    private static String checked(String name, JavaType type) {
        try {
            return TypeNames.check(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(type + " cannot be registered: " + e.getMessage(), e);
        }
    }

    private String arguments(JavaType type) {
        if (type.arguments().isEmpty()) {
            return "";
        }
        return type.arguments().stream().map(each -> GoNames.of(components.codec(each, null).type()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private RegisteredType make(JavaType type, String name) {
        checkOpen(type);
        open.add(type);
        RegisteredType made = type.raw().isEnum() ? enumeration(type.raw(), name) : records.of(type, name);
        known.add(type, made);
        open.remove(type);
        return made;
    }

    private void checkOpen(JavaType type) {
        if (open.contains(type)) {
            throw new IllegalArgumentException(type + " contains itself ("
                    + open.stream().map(JavaType::toString).collect(Collectors.joining(" → ")) + " → " + type
                    + "), which is possible only " + (type.arguments().isEmpty() ? "where it may be null, or " : "")
                    + "through Object or a sealed interface"
                    + (type.arguments().isEmpty() ? "" : ", since it is generic"));
        }
        if (open.stream().filter(each -> each.raw() == type.raw()).count() >= MOST_OF_A_CLASS) {
            throw new IllegalArgumentException(type.raw().getName() + " contains itself with more and more arguments, "
                    + "which is possible only through Object or a sealed interface");
        }
    }

    private RegisteredType enumeration(Class<?> raw, String name) {
        String base = RecordTypes.base(raw);
        if (base.isEmpty() || !(RecordTypes.parsed(base, raw) instanceof Scalar scalar)
                || !(scalar.isInteger() || scalar == Scalar.STRING)) {
            throw new IllegalArgumentException("the enum " + raw.getName()
                    + " needs a base in its @EdfType that is string or an integer, for example base = \"int32\"");
        }
        return EnumType.of(raw, name, scalar, ScalarCodec.of(scalar));
    }
}
