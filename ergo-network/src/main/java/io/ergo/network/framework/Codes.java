package io.ergo.network.framework;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** What the records for numbers with names have in common. */
final class Codes {

    private Codes() {}

    /**
     * Returns the constant that is sent as the code; empty for an unknown code.
     *
     * @param all constants
     * @param coded returns what is sent for a constant
     */
    static <C, E extends Enum<E>> Optional<E> meaning(C code, E[] all, Function<E, C> coded) {
        return Arrays.stream(all).filter(each -> coded.apply(each).equals(code)).findFirst();
    }
}
