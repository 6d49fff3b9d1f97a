package io.ergo.network.edf;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the generated codecs of records have in common: how a failure is told. They count their steps, and here it is found out which field the step
 * belongs to; a run of fields is gone through once more, one by one. {@link RecordCompiler} makes the subclasses.
 */
abstract class GeneratedRecord extends RegisteredType {

    /** Before the first and behind the last segment. */
    static final int AROUND = 0;

    private final RecordType reference;
    private final List<Segment> segments;

    GeneratedRecord(RecordType reference, List<Segment> segments) {
        super(reference.schema(), reference.leastBytes());
        this.reference = reference;
        this.segments = segments;
    }

    /** Returns the number of the step in which the accessors of a segment are called; that of a run is all of it. */
    static int accessStep(int segment) {
        return 2 * segment + 1;
    }

    /** Returns the number of the step in which the codec of a segment is called. */
    static int codecStep(int segment) {
        return 2 * segment + 2;
    }

    @Override
    final EdfException wrongValue(@Nullable Object value) {
        return reference.shape().wrongValue(value, schema());
    }

    /** Returns what to throw in place of what was thrown while writing. */
    final Throwable writeFailed(Throwable thrown, int step, EdfWriter out, Object value) {
        if (step == AROUND) {
            return thrown;
        }
        Segment segment = segments.get((step - 1) / 2);
        if (step % 2 == 0) {
            return thrown instanceof EdfException e ? reference.fields().within(segment.first(), e) : thrown;
        }
        if (segment instanceof Segment.Run run && thrown instanceof Exception) {
            for (int i = run.first(); i < run.end(); i++) {
                reference.writeField(out, value, i);
            }
        }
        return reference.shape().accessorThrew(thrown);
    }

    /** Returns what to throw in place of what was thrown while reading. */
    final Throwable readFailed(Throwable thrown, int step, EdfReader in) {
        if (step == AROUND) {
            return thrown;
        }
        int number = (step - 1) / 2;
        if (number == segments.size()) {
            return reference.shape().constructorThrew(thrown, in);
        }
        if (!(thrown instanceof EdfException e)) {
            return thrown;
        }
        Segment segment = segments.get(number);
        if (segment instanceof Segment.Run run) {
            for (int i = run.first(); i < run.end(); i++) {
                reference.fields().read(in, i);
            }
        }
        return reference.fields().within(segment.first(), e);
    }
}
