package io.ergo.benchmarks.edf;

import io.ergo.network.edf.EdfType;

/**
 * What stands in the map.
 *
 * @param name any
 * @param id any
 */
@EdfType(Item.WIRE_NAME)
public record Item(String name, long id) {

    static final String WIRE_NAME = "#ergo.io/benchmarks/Item";
}
