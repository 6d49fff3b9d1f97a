package io.ergo.network.edf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The types that one node can send and receive beyond the built-in ones. A type can be registered at any time; what it refers to must be there
 * before it. Any thread.
 */
public final class EdfRegistry {

    /** Types of values come from peers, so only so many are remembered. */
    private static final int REMEMBERED_TYPES = 1024;

    private final EdfLimits limits;
    private final Map<String, RegisteredType> byName = new ConcurrentHashMap<>();
    private final Map<Class<?>, RegisteredType> byClass = new ConcurrentHashMap<>();
    private final Map<WireType, Codec> codecs = new ConcurrentHashMap<>();

    /** Creates an empty one. */
    public EdfRegistry(EdfLimits limits) {
        this.limits = limits;
        for (Scalar scalar : Scalar.values()) {
            codecs.put(scalar, new ScalarCodec(scalar));
        }
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
    public void register(Schema schema) {
        add(switch (schema) {
            case Schema.Struct struct -> new GenericStruct(struct, fieldCodecs(struct));
            case Schema.Named named -> new GenericNamed(named, make(named.base(), Tags.REGISTERED, named.name()));
            case Schema.Opaque opaque -> new GenericOpaque(opaque);
        });
    }

    private List<Codec> fieldCodecs(Schema.Struct struct) {
        List<Codec> fields = new ArrayList<>();
        for (Schema.Field field : struct.fields()) {
            fields.add(codec(field.type(), struct.name() + "." + field.name()));
        }
        return fields;
    }

    private void add(RegisteredType type) {
        RegisteredType present = byName.putIfAbsent(type.name(), type);
        if (present != null) {
            throw new IllegalArgumentException(
                    "the wire name " + type.name() + " is registered already: " + present.schema());
        }
    }

    /** Returns what is registered under the name. */
    public Optional<Schema> schema(String name) {
        return Optional.ofNullable(byName.get(name)).map(RegisteredType::schema);
    }

    /** Returns the schemas of all registered types. */
    public Collection<Schema> schemas() {
        return byName.values().stream().map(RegisteredType::schema).toList();
    }

    /** Returns a writer for a peer that knows these tables. */
    public EdfWriter writer(EncodeTables tables) {
        return new EdfWriter(this, tables, limits.total());
    }

    /** Returns a reader for what a peer with these tables sends. */
    public EdfReader reader(DecodeTables tables) {
        return new EdfReader(this, tables);
    }

    // ---- for the codecs

    @Nullable RegisteredType typeOf(Object value) {
        return switch (value) {
            case EdfValue.Struct struct -> named(struct.name());
            case EdfValue.Named named -> named(named.name());
            case EdfValue.Opaque opaque -> named(opaque.name());
            default -> byClass.get(value.getClass());
        };
    }

    private RegisteredType named(String name) {
        RegisteredType type = byName.get(name);
        if (type == null) {
            throw EdfException.encoding("the type " + name + " is not registered");
        }
        return type;
    }

    RegisteredType registered(String name, EdfReader in) {
        RegisteredType type = byName.get(name);
        if (type == null) {
            throw in.fail("the type " + name + " is not registered here, so its fields are not known");
        }
        return type;
    }

    /** Returns the text of these bytes. */
    String knownName(byte[] array, int from, int length) {
        return new String(array, from, length, StandardCharsets.UTF_8);
    }

    Codec codec(Scalar scalar) {
        return Objects.requireNonNull(codecs.get(scalar));
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
        Codec present = codecs.get(type);
        if (present != null) {
            return present;
        }
        Codec made = make(type, type instanceof WireType.Mapping ? Tags.MAP : Tags.SLICE, place);
        if (codecs.size() < REMEMBERED_TYPES) {
            codecs.put(type, made);
        }
        return made;
    }

    private Codec make(WireType type, byte mark, String place) {
        return switch (type) {
            case Scalar scalar -> codec(scalar);
            case WireType.Slice slice -> new SliceCodec(codec(slice.item(), place), mark);
            case WireType.Array array -> new ArrayCodec(array, codec(array.item(), place));
            case WireType.Mapping map -> new MapCodec(codec(map.key(), place), codec(map.value(), place), mark);
            case WireType.Registered registered -> inPlace(registered, place);
        };
    }

    private Codec inPlace(WireType.Registered registered, String place) {
        RegisteredType type = byName.get(registered.name());
        if (type == null) {
            throw new IllegalArgumentException("the type " + registered + " of " + place + " is not registered");
        }
        return type.codec();
    }
}
