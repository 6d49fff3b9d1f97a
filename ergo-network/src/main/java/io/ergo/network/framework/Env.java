package io.ergo.network.framework;

import io.ergo.network.edf.EdfType;

/**
 * The name of a variable in an environment; Go nodes hold it in upper case.
 *
 * @param name the name
 */
@EdfType(value = WireNames.GEN + "Env", base = "string")
public record Env(String name) {

    @Override
    public String toString() {
        return name;
    }
}
