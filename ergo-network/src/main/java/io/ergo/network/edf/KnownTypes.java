package io.ergo.network.edf;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What is registered, by wire name and by class. Any thread reads; one at a time adds. */
final class KnownTypes {

    /** What can be a key, for errors. */
    static final String KEYS = "no binary, slice or map can be a key, and no type that holds one";

    private final Map<String, RegisteredType> byName = new ConcurrentHashMap<>();
    private final Set<String> noKeys = ConcurrentHashMap.newKeySet();
    private final List<RegisteredType> inOrder = new CopyOnWriteArrayList<>();
    private volatile NameIndex byBytes = NameIndex.empty();
    private final AtomicInteger version = new AtomicInteger();
    private final Map<JavaType, RegisteredType> byType = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<RegisteredType>> byClass = new ConcurrentHashMap<>();

    void add(RegisteredType type) {
        add(type, "a schema");
    }

    private void add(RegisteredType type, String what) {
        RegisteredType present = byName.putIfAbsent(type.name(), type);
        if (present != null) {
            throw new IllegalArgumentException(what + " cannot have the wire name " + type.name()
                    + ", which is registered already: " + present.schema() + owner(present));
        }
        if (!canBeKey(type.schema())) {
            noKeys.add(type.name());
        }
        inOrder.add(type);
        byBytes = byBytes.with(type);
    }

    private String owner(RegisteredType type) {
        return byType.entrySet().stream().filter(each -> each.getValue().equals(type))
                .map(each -> " of " + each.getKey()).findFirst().orElse("");
    }

    void add(JavaType java, RegisteredType type) {
        if (byType.containsKey(java)) {
            throw new IllegalArgumentException(java + " is registered already");
        }
        add(type, java.toString());
        byType.put(java, type);
        byClass.merge(java.raw(), List.of(type), (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        changed();
    }

    /** Counts the version up, after all that changes with it. */
    void changed() {
        version.incrementAndGet();
    }

    /** Returns a number that is another one when what was found out about a class or name may no longer hold. */
    int version() {
        return version.get();
    }

    /** Forgets what was added after the first ones, and what is only in it; {@link #changed} is to follow. */
    void keepFirst(int count) {
        List<RegisteredType> kept = List.copyOf(inOrder.subList(0, count));
        byType.values().removeIf(each -> !kept.contains(each));
        byClass.replaceAll((_, types) -> types.stream().filter(kept::contains).toList());
        byClass.values().removeIf(List::isEmpty);
        byName.values().removeIf(each -> !kept.contains(each));
        noKeys.retainAll(byName.keySet());
        NameIndex index = NameIndex.empty();
        for (RegisteredType each : kept) {
            index = index.with(each);
        }
        byBytes = index;
        inOrder.subList(count, inOrder.size()).clear();
    }

    /** Returns all in the order in which they were added. */
    List<RegisteredType> all() {
        return inOrder;
    }

    @Nullable RegisteredType named(String name) {
        return byName.get(name);
    }

    /** Returns the type whose name these bytes are, null if there is none. */
    @Nullable RegisteredType named(byte[] array, int from, int length) {
        return byBytes.find(array, from, length);
    }

    @Nullable RegisteredType of(JavaType java) {
        return byType.get(java);
    }

    // ---- keys

    /**
     * Refuses what Go cannot have for the keys of a map.
     *
     * @throws IllegalArgumentException with the reason
     */
    void checkKey(WireType key) {
        if (!canBeKey(key)) {
            throw new IllegalArgumentException("the key of a map is " + key + ", which cannot be compared: " + KEYS);
        }
    }

    /** Go compares neither slices nor maps, nor types that hold one. */
    private boolean canBeKey(WireType key) {
        return switch (key) {
            case Scalar scalar -> scalar != Scalar.BINARY;
            case WireType.Slice _,WireType.Mapping _ -> false;
            case WireType.Array array -> canBeKey(array.item());
            case WireType.Registered registered -> !noKeys.contains(registered.name());
        };
    }

    private boolean canBeKey(Schema schema) {
        return switch (schema) {
            case Schema.Struct struct -> struct.fields().stream().allMatch(field -> canBeKey(field.type()));
            case Schema.Named named -> canBeKey(named.base());
            case Schema.Opaque _ -> true;
        };
    }

    /** Tells whether a value can be the key of a map whose keys may be anything. What an {@code any} inside it holds is not looked at. */
    boolean canBeKey(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String _ -> true;
            case EdfList list -> canBeKey(list.type());
            case Collection<?> _,Map<?, ?> _,byte[] _,ByteBuffer _ -> false;
            case EdfValue.Struct struct -> !noKeys.contains(struct.name());
            case EdfValue.Named named -> !noKeys.contains(named.name());
            default -> canBeKey(value.getClass());
        };
    }

    private boolean canBeKey(Class<?> type) {
        List<RegisteredType> types = byClass.get(type);
        for (int i = 0; types != null && i < types.size(); i++) { // without an iterator: this is asked for each key
            if (noKeys.contains(types.get(i).name())) {
                return false;
            }
        }
        return true;
    }

    /** Returns the type of a value of ours, null if its class is not registered. */
    @Nullable RegisteredType ofValue(Object value) {
        return switch (value) {
            case EdfValue.Struct struct -> known(struct.name());
            case EdfValue.Named named -> known(named.name());
            case EdfValue.Opaque opaque -> known(opaque.name());
            case Enum<?> constant -> single(constant.getDeclaringClass());
            default -> single(value.getClass());
        };
    }

    private RegisteredType known(String name) {
        RegisteredType type = byName.get(name);
        if (type == null) {
            throw EdfException.encoding("the type " + name + " is not registered");
        }
        return type;
    }

    private @Nullable RegisteredType single(Class<?> type) {
        List<RegisteredType> types = byClass.get(type);
        if (types == null) {
            return null;
        }
        if (types.size() > 1) {
            String names = types.stream().map(RegisteredType::name).collect(Collectors.joining(" and "));
            throw EdfException.encoding("the class " + type.getName() + " is registered as " + names
                    + ", and a value does not tell which; send it as a component of a record");
        }
        return types.getFirst();
    }
}
