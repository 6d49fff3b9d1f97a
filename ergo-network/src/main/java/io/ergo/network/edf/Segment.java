package io.ergo.network.edf;

import java.util.ArrayList;
import java.util.List;

/** What a generated codec does in one step: a run of fields that share one check of the bounds, or a field with a codec of its own. */
sealed interface Segment {

    /** Index of the first field. */
    int first();

    /**
     * Primitive components, one after the other.
     *
     * @param first index of the first field
     * @param end index behind the last field
     * @param bytes they take together
     */
    record Run(int first, int end, int bytes) implements Segment {}

    /**
     * Any other field.
     *
     * @param first its index
     */
    record Single(int first) implements Segment {}

    /** Cuts a record into the longest runs there are. */
    static List<Segment> of(RecordType type) {
        List<Segment> segments = new ArrayList<>();
        int count = type.fields().count();
        for (int i = 0; i < count;) {
            int end = i;
            int bytes = 0;
            while (end < count && isFixed(type, end)) {
                bytes += type.fields().codec(end++).leastBytes();
            }
            segments.add(end == i ? new Single(i++) : new Run(i, end, bytes));
            i = Math.max(i, end);
        }
        return List.copyOf(segments);
    }

    private static boolean isFixed(RecordType type, int field) {
        return type.component(field).isPrimitive() && type.fields().codec(field) instanceof FixedCodec;
    }
}
