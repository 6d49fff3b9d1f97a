package io.ergo.network.edf;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * One registration: a record or enum, before it whatever it consists of, and after it what it may hold in an {@code any}. One thread.
 */
final class Registration {

    private final KnownTypes known;
    private final RecordCompiler compiler;
    private final ComponentCodecs components;
    private final Set<JavaType> open = new LinkedHashSet<>();
    private final Queue<JavaType> later = new ArrayDeque<>();

    Registration(KnownTypes known, RecordCompiler compiler) {
        this.known = known;
        this.compiler = compiler;
        this.components = new ComponentCodecs(this);
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
        known.add(type, bound(type, schema));
        addLater();
    }

    private RegisteredType bound(JavaType type, Schema schema) {
        if (!type.raw().isRecord()) {
            throw new IllegalArgumentException(type + " is no record, so it cannot be sent as " + schema);
        }
        return switch (schema) {
            case Schema.Struct layout -> struct(type, layout);
            case Schema.Named named -> named(type, named);
            case Schema.Opaque opaque -> throw new IllegalArgumentException(
                    type + " cannot be sent as " + opaque + "; register an EdfCodec for it");
        };
    }

    private RegisteredType struct(JavaType type, Schema.Struct layout) {
        RecordComponent[] parts = type.raw().getRecordComponents();
        ComponentOrder order = ComponentOrder.of(type, layout);
        List<Codec> codecs = new ArrayList<>();
        for (int i = 0; i < layout.fields().size(); i++) {
            WireType wire = layout.fields().get(i).type();
            codecs.add(codec(type, parts[order.component(i)], each -> components.field(each, wire)));
        }
        return compiled(new Fields(layout, codecs), type, order);
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
        if (!open.add(type)) {
            throw new IllegalArgumentException(type + " contains itself ("
                    + open.stream().map(JavaType::toString).collect(Collectors.joining(" → ")) + " → " + type
                    + "), which is possible only where it may be null, or through Object or a sealed interface");
        }
        RegisteredType made = type.raw().isEnum() ? enumeration(type.raw(), name) : record(type, name);
        known.add(type, made);
        open.remove(type);
        return made;
    }

    private RegisteredType enumeration(Class<?> raw, String name) {
        String base = base(raw);
        if (base.isEmpty() || !(TypeExpression.parse(base) instanceof Scalar scalar)) {
            throw new IllegalArgumentException("the enum " + raw.getName()
                    + " needs a base in its @EdfType that is string or an integer, for example base = \"int32\"");
        }
        return EnumType.of(raw, name, scalar, new ScalarCodec(scalar));
    }

    private static String base(Class<?> raw) {
        EdfType declared = raw.getAnnotation(EdfType.class);
        return declared == null ? "" : declared.base();
    }

    private RegisteredType record(JavaType type, String name) {
        if (!type.raw().isRecord()) {
            throw new IllegalArgumentException(
                    type + " is neither a record nor an enum; register an EdfCodec for it");
        }
        String base = base(type.raw());
        return base.isEmpty() ? struct(type, name)
                : named(type, new Schema.Named(name, TypeExpression.parse(base)));
    }

    private RegisteredType struct(JavaType type, String name) {
        List<Schema.Field> fields = new ArrayList<>();
        List<Codec> codecs = new ArrayList<>();
        for (RecordComponent part : type.raw().getRecordComponents()) {
            Codec codec = codec(type, part, each -> components.codec(each, wanted(part)));
            codecs.add(codec);
            fields.add(new Schema.Field(part.getName(), codec.type()));
        }
        return compiled(new Fields(new Schema.Struct(name, fields), codecs), type,
                ComponentOrder.asDeclared(codecs.size()));
    }

    private RegisteredType compiled(Fields fields, JavaType type, ComponentOrder order) {
        return compiler.compile(new RecordType(fields, RecordShape.of(type.raw()), order));
    }

    private RegisteredType named(JavaType type, Schema.Named schema) {
        RecordComponent[] parts = type.raw().getRecordComponents();
        if (parts.length != 1) {
            throw new IllegalArgumentException(
                    type + " is " + schema.base() + " on the wire and so needs one component, but has " + parts.length);
        }
        Codec base = codec(type, parts[0], each -> components.base(each, schema.base()));
        return compiled(new Fields(schema, base), type, ComponentOrder.asDeclared(1));
    }

    private static Codec codec(JavaType owner, RecordComponent part, Function<JavaType, Codec> find) {
        try {
            return find.apply(JavaType.of(part, owner.variables()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the component '" + part.getName() + "' of " + owner + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable WireType wanted(RecordComponent part) {
        EdfField wanted = part.getAnnotation(EdfField.class);
        return wanted == null ? null : TypeExpression.parse(wanted.value());
    }
}
