package io.ergo.fuzz;

import java.util.Optional;

/** Something that takes any bytes. Whatever it throws is a finding. One thread at a time. */
abstract class Target {

    private final Bounds bounds;

    Target(Bounds bounds) {
        this.bounds = bounds;
    }

    final Bounds bounds() {
        return bounds;
    }

    /** Takes one input and leaves nothing behind. */
    abstract void take(byte[] input);

    /** Takes one input, and once more if it took too much of anything: the first time that can be the JVM, which loads a class. */
    final void feed(byte[] input) {
        take(input);
        if (bounds.excess().isPresent()) {
            take(input);
            Optional<String> again = bounds.excess();
            if (again.isPresent()) {
                throw new Finding(again.get());
            }
        }
    }
}
