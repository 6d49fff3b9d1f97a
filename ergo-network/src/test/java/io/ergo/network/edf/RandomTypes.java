package io.ergo.network.edf;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Draws types, and schemas whose fields are of types drawn before. */
final class RandomTypes {

    private static final Scalar[] SCALARS = Scalar.values();
    private static final Set<Scalar> BASES = EnumSet.of(Scalar.BOOL, Scalar.INT8, Scalar.INT16, Scalar.INT32,
            Scalar.INT64,
            Scalar.INT, Scalar.UINT8, Scalar.UINT16, Scalar.UINT32, Scalar.UINT64, Scalar.UINT, Scalar.FLOAT32,
            Scalar.FLOAT64, Scalar.STRING);

    private final RandomGenerator random;
    private final List<Schema> schemas = new ArrayList<>();

    RandomTypes(RandomGenerator random) {
        this.random = random;
    }

    List<Schema> schemas() {
        return schemas;
    }

    void addSchemas(int count) {
        for (int i = 0; i < count; i++) {
            schemas.add(schema("#example.test/random/T" + i));
        }
    }

    private Schema schema(String name) {
        return switch (random.nextInt(6)) {
            case 0 -> new Schema.Opaque(name);
            case 1 -> new Schema.Named(name, base());
            default -> new Schema.Struct(name, fields());
        };
    }

    private WireType base() {
        WireType type = type(3);
        return type instanceof WireType.Registered || (type instanceof Scalar && !BASES.contains(type)) ? Scalar.STRING
                : type;
    }

    private List<Schema.Field> fields() {
        List<Schema.Field> fields = new ArrayList<>();
        int count = random.nextInt(7);
        for (int i = 0; i < count; i++) {
            fields.add(new Schema.Field("F" + i, type(3)));
        }
        return fields;
    }

    WireType type(int depth) {
        int kind = random.nextInt(10);
        return switch (depth == 0 ? 9 : kind) {
            case 0 -> new WireType.Slice(type(depth - 1));
            case 1 -> new WireType.Array(random.nextInt(4), type(depth - 1));
            case 2 -> new WireType.Mapping(key(), type(depth - 1));
            case 3, 4 -> schemas.isEmpty() ? scalar() : new WireType.Registered(anySchema().name());
            default -> scalar();
        };
    }

    /** What may be the key of a map. */
    private WireType key() {
        WireType type = type(random.nextInt(3) == 0 && !schemas.isEmpty() ? 1 : 0);
        boolean isKey = type != Scalar.ANY && isComparable(type) && !(type instanceof WireType.Array);
        return isKey ? type : Scalar.STRING;
    }

    private boolean isComparable(WireType type) {
        return switch (type) {
            case Scalar scalar -> scalar != Scalar.BINARY;
            case WireType.Array array -> isComparable(array.item());
            case WireType.Slice _,WireType.Mapping _ -> false;
            case WireType.Registered registered -> switch (schema(registered)) {
                case Schema.Struct struct -> struct.fields().stream().allMatch(field -> isComparable(field.type()));
                case Schema.Named named -> isComparable(named.base());
                case Schema.Opaque _ -> true;
            };
        };
    }

    private Scalar scalar() {
        return SCALARS[random.nextInt(SCALARS.length)];
    }

    private Schema anySchema() {
        return schemas.get(random.nextInt(schemas.size()));
    }

    Schema schema(WireType.Registered type) {
        return schemas.stream().filter(each -> each.name().equals(type.name())).findFirst().orElseThrow();
    }
}
