package io.ergo.benchmarks.edf;

import java.util.List;
import java.util.Map;

import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.network.edf.EdfType;

/**
 * A record with collections and identifiers.
 *
 * @param name any
 * @param id any
 * @param tags some
 * @param metadata some
 * @param pid any
 * @param processId any
 */
@EdfType(Complex.WIRE_NAME)
public record Complex(String name, long id, List<String> tags, Map<String, String> metadata, Pid pid,
        ProcessId processId) {

    static final String WIRE_NAME = "#ergo.io/benchmarks/Complex";
}
