package io.ergo.interop.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.ergo.interop.value.Type.Scalar;

/** The types both peers register, and type expressions over them. */
public final class Types {

    /** Where the name of each registered type begins. */
    private static final String ROOM = "#ergopeer/";
    private static final int MAX_ARRAY = 65_536;
    private static final Map<String, Type> REGISTERED = new TreeMap<>();

    static {
        named("Color", "int32");
        named("Flag", "bool");
        named("Label", "string");
        named("Percent", "float64");
        struct("Point", "X int32, Y int32");
        named("Points", "[]#ergopeer/Point");
        named("Dict", "map[string]#ergopeer/Point");
        named("Grid", "[2]#ergopeer/Point");
        struct("Line", "From #ergopeer/Point, To #ergopeer/Point, Color #ergopeer/Color, Name #ergopeer/Label");
        struct("Bag",
                "Any any, List []any, Names []string, Counts map[string]int64, Table map[atom][]int32, Err error, "
                        + "Lines []#ergopeer/Line, Raw binary, Pair [2]uint16");
        struct("Every", "Bool bool, I int, I8 int8, I16 int16, I32 int32, I64 int64, U uint, U8 uint8, U16 uint16, "
                + "U32 uint32, U64 uint64, F32 float32, F64 float64, Str string, Atom atom, Time time");
        struct("Idents", "Pid pid, Proc processid, Alias alias, Ref ref, Event event");
        struct("Tree", "Value int32, Kids []any");
        register(new Type.Marshaler(ROOM + "Token", "0000"));
        struct("BenchItem", "Name string, ID int64");
        struct("BenchComplex",
                "Name string, ID int64, Tags []string, Metadata map[string]string, Pid pid, ProcessID processid");
        struct("BenchNested", "Name string, ID int64, Complex #ergopeer/BenchComplex, "
                + "More map[string]#ergopeer/BenchComplex, Texts map[string]string");
        struct("BenchEvent", "Payload string");
    }

    private Types() {}

    private static void named(String name, String base) {
        register(new Type.Named(ROOM + name, parse(base)));
    }

    private static void struct(String name, String fields) {
        Map<String, Type> types = new LinkedHashMap<>();
        for (String field : fields.split(", ", -1)) {
            int space = field.indexOf(' ');
            types.put(field.substring(0, space), parse(field.substring(space + 1)));
        }
        register(new Type.Struct(ROOM + name, types));
    }

    private static void register(Type type) {
        REGISTERED.put(type.expression(), type);
    }

    /** Returns the names of the registered types, sorted. */
    public static List<String> names() {
        return List.copyOf(REGISTERED.keySet());
    }

    /**
     * Reads a type expression.
     *
     * @throws PeerException if a type in it is unknown
     */
    public static Type parse(String expression) {
        Type registered = REGISTERED.get(expression);
        if (registered != null) {
            return registered;
        }
        for (Scalar scalar : Scalar.values()) {
            if (scalar.expression().equals(expression)) {
                return scalar;
            }
        }
        int close = expression.indexOf(']');
        if (close > 0 && expression.startsWith("map[")) {
            return new Type.Mapping(parse(expression.substring(4, close)), parse(expression.substring(close + 1)));
        }
        if (close > 0 && expression.startsWith("[")) {
            return list(expression, expression.substring(1, close), parse(expression.substring(close + 1)));
        }
        throw new PeerException("unknown type \"" + expression + "\"");
    }

    private static Type list(String expression, String length, Type elem) {
        if (length.isEmpty()) {
            return elem == Scalar.UINT8 ? Scalar.BINARY : new Type.Slice(elem);
        }
        try {
            int count = Integer.parseInt(length);
            if (count >= 0 && count <= MAX_ARRAY) {
                return new Type.Array(count, elem);
            }
        } catch (NumberFormatException bad) {
            // told below, as a length out of range is
        }
        throw new PeerException("the length of " + expression + " must be a number from 0 to " + MAX_ARRAY);
    }
}
