package io.ergo.network.edf;

/** Types as Go writes them between the brackets of a generic type's name, import paths included. */
final class GoNames {

    private static final String GEN = "ergo.services/ergo/gen.";

    private GoNames() {}

    static String of(WireType type) {
        return switch (type) {
            case Scalar scalar -> of(scalar);
            case WireType.Slice slice -> "[]" + of(slice.item());
            case WireType.Array array -> "[" + array.length() + "]" + of(array.item());
            case WireType.Mapping map -> "map[" + of(map.key()) + "]" + of(map.value());
            case WireType.Registered registered -> withDot(registered.name().substring(1));
        };
    }

    private static String of(Scalar scalar) {
        return switch (scalar) {
            case ATOM -> GEN + "Atom";
            case PID -> GEN + "PID";
            case PROCESSID -> GEN + "ProcessID";
            case ALIAS -> GEN + "Alias";
            case EVENT -> GEN + "Event";
            case REF -> GEN + "Ref";
            case TIME -> "time.Time";
            case BINARY -> "[]uint8";
            case ANY -> "interface {}";
            default -> scalar.toString();
        };
    }

    private static String withDot(String name) {
        int bracket = name.indexOf('[');
        int slash = name.lastIndexOf('/', bracket < 0 ? name.length() : bracket);
        return name.substring(0, slash) + "." + name.substring(slash + 1);
    }
}
