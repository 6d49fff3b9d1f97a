package io.ergo.interop.vectors;

import java.util.List;
import java.util.Set;

import io.ergo.interop.vectors.check.Cases;
import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.interop.vectors.check.Report;
import io.ergo.interop.vectors.check.Section;
import io.ergo.interop.vectors.edf.MalformedCases;
import io.ergo.interop.vectors.edf.RefusedCases;
import io.ergo.interop.vectors.edf.Types;
import io.ergo.interop.vectors.edf.ValueCases;
import io.ergo.interop.vectors.enp.CompressionCases;
import io.ergo.interop.vectors.handshake.Derivations;
import io.ergo.interop.vectors.handshake.Failures;
import io.ergo.interop.vectors.handshake.Tls;
import io.ergo.interop.vectors.registrar.Exchanges;

/** What stands in a file under which name. */
final class Sections {

    /** Those that hold cases. */
    static final List<String> NAMES = List.of("cases", "encode_errors", "malformed", "frames", "derivations", "tls",
            "failures", "compression", "exchanges");

    /** Those that cases refer to, or that people read. */
    private static final Set<String> WITHOUT_CASES = Set.of("about", "notes", "schemas", "option_sets", "caches",
            "steps",
            "behaviours", "cookie", "initiator", "acceptor");

    private final Entry root;
    private final Types types;

    private Sections(Entry root, Types types) {
        this.root = root;
        this.types = types;
    }

    /** Runs all cases of a file. */
    static void run(VectorFile file, Report report) {
        Entry root = file.root();
        Cases whole = new Cases(report, file.name(), "file");
        Sections sections = new Sections(root, Types.of(root, Framework.types(root), whole));
        for (String name : root.node().propertyNames()) {
            if (!WITHOUT_CASES.contains(name)) {
                sections.run(name, whole.of(name));
            }
        }
    }

    private void run(String name, Cases cases) {
        try {
            section(name).run(root.member(name), cases);
        } catch (Mismatch wrong) {
            cases.fail("all", String.valueOf(wrong.getMessage()));
        }
    }

    private Section section(String name) {
        return switch (name) {
            case "cases" -> new ValueCases(root, types);
            case "encode_errors" -> new RefusedCases(root, types);
            case "malformed" -> new MalformedCases(root, types);
            case "frames" -> new Frames(root, types);
            case "derivations" -> new Derivations(root);
            case "tls" -> new Tls(root);
            case "failures" -> new Failures(root);
            case "compression" -> new CompressionCases();
            case "exchanges" -> new Exchanges(types);
            default -> throw new Mismatch("there is no section of this name");
        };
    }
}
