package io.ergo.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ergo.benchmarks.edf.Format;
import io.ergo.benchmarks.edf.Operation;
import io.ergo.benchmarks.figure.Figure;
import io.ergo.benchmarks.figure.Quartiles;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one shape and operation. EDF has to be faster than protocol buffers, to encode without allocating and to allocate nothing but
 * the result when it decodes.
 *
 * @param name shape and operation
 * @param formats what was measured, by the names of the formats
 * @param ratio EDF's time as a part of that of protocol buffers, over the rounds; null if one of them did not take part
 * @param mayAllocate bytes that EDF may allocate for an operation: none, or those of the result; null if EDF did not take part
 * @param fast whether the median ratio is below 1, null if there is none
 * @param lean whether EDF allocates no more than it may, null if it did not take part
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EdfRow(String name, Map<String, Times> formats, @Nullable Quartiles ratio, @Nullable Double mayAllocate,
        @Nullable Boolean fast, @Nullable Boolean lean) {

    /** What JMH's own threads allocate meanwhile, for each operation, is below that. */
    private static final double NOISE_BYTES = 0.5;

    /**
     * One format.
     *
     * @param nanos median of the rounds
     * @param bytesPerOperation allocated, median of the rounds
     * @param encodedBytes length of what is encoded
     * @param rounds nanoseconds in the order of the rounds
     */
    record Times(double nanos, double bytesPerOperation, int encodedBytes, List<Double> rounds) {}

    /**
     * Compares figures that stand in the order of the rounds.
     *
     * @param resultBytes what EDF's result takes in the heap
     */
    static EdfRow of(EdfOptions.Row row, Map<Format, List<Figure>> figures, double resultBytes) {
        Map<String, Times> formats = new LinkedHashMap<>();
        figures.forEach((format, rounds) -> formats.put(format.key(), times(row, format, rounds)));
        Times edf = formats.get(Format.EDF.key());
        Times protobuf = formats.get(Format.PROTOBUF.key());
        if (edf == null) {
            return new EdfRow(row.toString(), formats, null, null, null, null);
        }
        double may = row.operation() == Operation.ENCODE ? 0 : resultBytes;
        boolean lean = edf.bytesPerOperation() <= may + NOISE_BYTES;
        if (protobuf == null) {
            return new EdfRow(row.toString(), formats, null, may, null, lean);
        }
        Quartiles ratio = ratios(edf.rounds(), protobuf.rounds());
        return new EdfRow(row.toString(), formats, ratio, may, ratio.median() < 1, lean);
    }

    private static Times times(EdfOptions.Row row, Format format, List<Figure> rounds) {
        List<Double> nanos = rounds.stream().map(Figure::value).toList();
        List<Double> bytes = rounds.stream().map(Figure::bytesPerMessage).toList();
        return new Times(Quartiles.of(nanos).median(), Quartiles.of(bytes).median(),
                format.open(row.shape()).bytes().length, nanos);
    }

    private static Quartiles ratios(List<Double> ours, List<Double> theirs) {
        return Quartiles
                .of(IntStream.range(0, ours.size()).mapToObj(round -> ours.get(round) / theirs.get(round)).toList());
    }

    /** Returns whether a bar is missed. */
    boolean missed() {
        return Boolean.FALSE.equals(fast) || Boolean.FALSE.equals(lean);
    }
}
