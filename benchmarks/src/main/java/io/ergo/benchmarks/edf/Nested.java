package io.ergo.benchmarks.edf;

import java.util.Map;

import io.ergo.network.edf.EdfType;

/**
 * A record of records.
 *
 * @param name any
 * @param id any
 * @param complex one
 * @param parts more of them
 * @param labels some
 */
@EdfType(Nested.WIRE_NAME)
public record Nested(String name, long id, Complex complex, Map<String, Complex> parts, Map<String, String> labels) {

    static final String WIRE_NAME = "#ergo.io/benchmarks/Nested";
}
