package io.ergo.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import io.ergo.benchmarks.edf.Format;
import io.ergo.benchmarks.figure.Quartiles;
import org.jspecify.annotations.Nullable;

/** What {@code edf} prints: EDF beside its bars, then all formats. */
final class EdfTables {

    private EdfTables() {}

    static List<Table> of(List<EdfRow> rows) {
        return List.of(verdicts(rows), formats("ns for each operation", rows, times -> Texts.number(times.nanos())),
                formats("allocated bytes for each operation", rows, times -> bytes(times.bytesPerOperation())),
                formats("bytes on the wire", rows, times -> Integer.toString(times.encodedBytes())));
    }

    private static Table verdicts(List<EdfRow> rows) {
        Table table = new Table(List.of("shape", "EDF", "protobuf", "EDF/protobuf", "quartiles", "bar", "",
                "EDF B/op", "bar", ""));
        for (EdfRow row : rows) {
            Quartiles ratio = row.ratio();
            Double may = row.mayAllocate();
            table.add(List.of(row.name(), nanos(row, Format.EDF), nanos(row, Format.PROTOBUF),
                    ratio == null ? "" : Texts.number(ratio.median()), ratio == null ? "" : Texts.range(ratio),
                    ratio == null ? "" : "< 1.00", verdict(row.fast()),
                    cell(row, Format.EDF, times -> bytes(times.bytesPerOperation())),
                    may == null ? "" : "≤ " + bytes(may), verdict(row.lean())));
        }
        return table;
    }

    private static Table formats(String head, List<EdfRow> rows, Function<EdfRow.Times, String> text) {
        List<Format> formats = Arrays.stream(Format.values())
                .filter(format -> rows.stream().anyMatch(row -> row.formats().containsKey(format.key()))).toList();
        List<String> heads = new ArrayList<>(List.of(head));
        formats.stream().map(Format::title).forEach(heads::add);
        Table table = new Table(heads);
        for (EdfRow row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.name()));
            formats.forEach(format -> cells.add(cell(row, format, text)));
            table.add(cells);
        }
        return table;
    }

    private static String cell(EdfRow row, Format format, Function<EdfRow.Times, String> text) {
        EdfRow.Times times = row.formats().get(format.key());
        return times == null ? "" : text.apply(times);
    }

    private static String nanos(EdfRow row, Format format) {
        return cell(row, format, times -> Texts.number(times.nanos()) + " ns");
    }

    /** Objects are whole bytes; what is behind the point is the measurement's own. */
    private static String bytes(double bytes) {
        return Long.toString(Math.round(bytes));
    }

    private static String verdict(@Nullable Boolean pass) {
        return pass == null ? "" : pass ? "pass" : "MISS";
    }
}
