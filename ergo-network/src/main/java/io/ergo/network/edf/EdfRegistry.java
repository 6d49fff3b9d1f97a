package io.ergo.network.edf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The types that one node can send and receive beyond the built-in ones. A type can be registered at any time; what it refers to must be there
 * before it. Any thread.
 */
public final class EdfRegistry {

    private final EdfLimits limits;
    private final RecordCompiler compiler;
    private final KnownTypes known = new KnownTypes();
    private final RememberedCodecs codecs = new RememberedCodecs();

    /** Creates an empty one with generated codecs. */
    public EdfRegistry(EdfLimits limits) {
        this(limits, EdfCodecs.GENERATED);
    }

    /** Creates an empty one. */
    public EdfRegistry(EdfLimits limits, EdfCodecs codecsOfRecords) {
        this(limits, new RecordCompiler(codecsOfRecords));
    }

    EdfRegistry(EdfLimits limits, RecordCompiler compiler) {
        this.limits = limits;
        this.compiler = compiler;
    }

    /** Returns the limits of all its readers. */
    public EdfLimits limits() {
        return limits;
    }

    /**
     * Registers a type by its schema alone: its values are {@link EdfValue.Struct}, {@link EdfValue.Named} or {@link EdfValue.Opaque}.
     *
     * @throws IllegalArgumentException if the name is taken, or a type in it is not registered
     */
    public synchronized void register(Schema schema) {
        known.add(generic(schema));
    }

    /**
     * Registers a record or an enum with {@link EdfType}, after the types of its components; of a sealed interface what it permits. A type that is
     * registered stays as it is; a registration that fails leaves nothing.
     *
     * @throws IllegalArgumentException names type, component and reason if it cannot be sent
     */
    public synchronized void register(Class<?> type) {
        orNothing(() -> new Registration(known, compiler).add(JavaType.of(type)));
    }

    /** Registers a generic record with its arguments, like {@link #register(Class)}. */
    public synchronized void register(EdfTypeReference<?> type) {
        orNothing(() -> new Registration(known, compiler).add(type.type()));
    }

    /** Registers a record or enum under the name, like {@link #register(Class)}. */
    public synchronized void register(String name, Class<?> type) {
        orNothing(() -> new Registration(known, compiler).add(JavaType.of(type), name));
    }

    /**
     * Registers a record as what the schema says. Its components stand for the fields by their names, in which upper and lower case are the same;
     * so one record can serve several layouts of a type, each in a registry of its own. A component without a field is not sent, and is zero, empty
     * or null in what is read.
     *
     * @throws IllegalArgumentException names type, component and reason if the record does not fit
     */
    public synchronized void register(Schema schema, Class<?> record) {
        orNothing(() -> new Registration(known, compiler).add(JavaType.of(record), schema));
    }

    /**
     * Registers a class with a codec of its own.
     *
     * @throws IllegalArgumentException if the class has a type on the wire by itself
     */
    public synchronized void register(EdfCodec<?> codec) {
        if (ComponentCodecs.hasTypeByItself(codec.type())) {
            throw new IllegalArgumentException(codec.type().getName()
                    + " has a type on the wire by itself and can have no codec; make a record of it that has one");
        }
        Schema schema = codec.schema();
        known.add(new JavaType(codec.type(), List.of(), false),
                new CodecType<>(codec, schema, generic(schema).leastBytes()));
    }

    /**
     * Registers all that the function registers, or nothing if it throws.
     *
     * @param types registers them here
     */
    public synchronized void registerAll(Consumer<EdfRegistry> types) {
        orNothing(() -> types.accept(this));
    }

    private void orNothing(Runnable registration) {
        int before = known.all().size();
        try {
            registration.run();
        } catch (RuntimeException | Error e) {
            known.keepFirst(before);
            codecs.forget();
            known.changed(); // last, so that whoever sees it finds nothing of what was taken back
            throw e;
        }
    }

    private RegisteredType generic(Schema schema) {
        return switch (schema) {
            case Schema.Struct struct -> new GenericStruct(new Fields(struct, fieldCodecs(struct)));
            case Schema.Named named -> new GenericNamed(named, make(named.base(), Tags.REGISTERED, named.name()));
            case Schema.Opaque opaque -> new GenericOpaque(opaque);
        };
    }

    private List<Codec> fieldCodecs(Schema.Struct struct) {
        List<Codec> fields = new ArrayList<>();
        for (Schema.Field field : struct.fields()) {
            fields.add(codec(field.type(), struct.name() + "." + field.name()));
        }
        return fields;
    }

    /** Returns what is registered under the name. */
    public Optional<Schema> schema(String name) {
        return Optional.ofNullable(known.named(name)).map(RegisteredType::schema);
    }

    /**
     * Returns why a side with these types and one with the others do not understand each other when they send the type; empty if they do. Looks into
     * all registered types that are in it. What may stand in an {@code any} is not known, and not compared.
     *
     * @param other the types of the other side
     * @param name of the type
     */
    public Optional<String> conflictWith(EdfRegistry other, String name) {
        return SchemaConflict.between(this, other, name);
    }

    /** Returns whether the type under the name is a record that is written and read by a codec of its own making. */
    public boolean isGenerated(String name) {
        return known.named(name) instanceof GeneratedRecord;
    }

    /** Returns the schemas of all registered types, in the order of their registration. */
    public List<Schema> schemas() {
        return known.all().stream().map(RegisteredType::schema).toList();
    }

    /** Returns a writer for a peer that knows these tables. */
    public EdfWriter writer(EncodeTables tables) {
        return new EdfWriter(this, tables, limits.total());
    }

    /** Returns a reader for what a peer with these tables sends. */
    public EdfReader reader(DecodeTables tables) {
        return new EdfReader(this, tables);
    }

    /**
     * Reads one value of a registered type, with all names in full, and moves the position behind it. Everything else is refused by its first byte, before
     * it costs anything, so this serves where the sender is a stranger yet.
     *
     * @param in what the value begins; must not change while it is read, its order does not count
     * @throws EdfException if there is no such value; then the position stays
     */
    public Object readRegistered(ByteBuffer in) {
        if (!in.hasRemaining() || in.get(in.position()) != Tags.REGISTERED) {
            throw EdfException.decoding("a value of a registered type is expected and there is none", 0);
        }
        EdfReader reader = reader(DecodeTables.none());
        reader.reset(in);
        Object value = reader.getRegistered();
        in.position(in.position() + reader.offset());
        return value;
    }

    // ---- for the codecs

    @Nullable RegisteredType typeOf(Object value) {
        return known.ofValue(value);
    }

    KnownTypes known() {
        return known;
    }

    /** Returns the codec of a type that a value of ours has. */
    Codec codec(WireType type) {
        try {
            return codec(type, "the value");
        } catch (IllegalArgumentException e) {
            throw EdfException.encoding(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the codec of a type that came from a peer. */
    Codec codec(WireType type, EdfReader in) {
        try {
            return codec(type, "the value");
        } catch (IllegalArgumentException e) {
            throw in.fail(String.valueOf(e.getMessage()));
        }
    }

    private Codec codec(WireType type, String place) {
        Codec present = codecs.find(type);
        return present != null ? present
                : codecs.add(type, () -> make(type, type instanceof WireType.Mapping ? Tags.MAP : Tags.SLICE, place));
    }

    private Codec make(WireType type, byte mark, String place) {
        return switch (type) {
            case Scalar scalar -> ScalarCodec.of(scalar);
            case WireType.Slice slice -> new GenericListCodec(
                    Sequence.slice(codec(slice.item(), place), mark));
            case WireType.Array array -> new GenericListCodec(
                    Sequence.array(array, codec(array.item(), place)));
            case WireType.Mapping map -> map(map, mark, place);
            case WireType.Registered registered -> inPlace(registered, place);
        };
    }

    private Codec map(WireType.Mapping map, byte mark, String place) {
        Codec key = codec(map.key(), place);
        known.checkKey(map.key());
        return new GenericMapCodec(Entries.of(key, codec(map.value(), place), mark));
    }

    private Codec inPlace(WireType.Registered registered, String place) {
        RegisteredType type = known.named(registered.name());
        if (type == null) {
            throw new IllegalArgumentException("the type " + registered + " of " + place + " is not registered");
        }
        return type.codec();
    }
}
