package io.ergo.interop.vectors.check;

import tools.jackson.databind.JsonNode;

/** Checks the cases that stand under one name in a file. */
public interface Section {

    /**
     * Runs all of them. Throws a {@link Mismatch} if nothing of the section can be run at all.
     *
     * @param section what stands there
     * @param cases where they go
     */
    void run(JsonNode section, Cases cases);
}
