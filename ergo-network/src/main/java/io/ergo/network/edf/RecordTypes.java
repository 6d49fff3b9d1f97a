package io.ergo.network.edf;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Turns records into registered types: as they are declared, or as a schema has them. */
final class RecordTypes {

    private final ComponentCodecs components;
    private final RecordCompiler compiler;

    RecordTypes(ComponentCodecs components, RecordCompiler compiler) {
        this.components = components;
        this.compiler = compiler;
    }

    /** Returns what a class is on the wire if it is no struct, as it is declared; else an empty text. */
    static String base(Class<?> raw) {
        EdfType declared = raw.getAnnotation(EdfType.class);
        return declared == null ? "" : declared.base();
    }

    /** Returns what a base says. */
    static WireType parsed(String base, Class<?> raw) {
        try {
            return TypeExpression.parse(base);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the base of " + raw.getName() + ": " + e.getMessage(), e);
        }
    }

    /** Returns the type of a record as the schema has it. */
    RegisteredType of(JavaType type, Schema schema) {
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

    /** Returns the type of a record as it is declared. */
    RegisteredType of(JavaType type, String name) {
        if (!type.raw().isRecord()) {
            throw new IllegalArgumentException(
                    type + " is neither a record nor an enum; register an EdfCodec for it");
        }
        String base = base(type.raw());
        return base.isEmpty() ? struct(type, name)
                : named(type, new Schema.Named(name, parsed(base, type.raw())));
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
