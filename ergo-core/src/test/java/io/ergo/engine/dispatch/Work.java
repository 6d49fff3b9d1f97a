package io.ergo.engine.dispatch;

import java.util.function.Consumer;
import java.util.function.Predicate;

import io.ergo.spi.Dispatcher.Carrier;
import io.ergo.spi.Dispatcher.Task;

/** A task made of a lambda. */
record Work(String label, Predicate<Carrier> body) implements Task {

    /** Runs once. */
    static Work once(Consumer<Carrier> body) {
        return new Work("once", carrier -> {
            body.accept(carrier);
            return false;
        });
    }

    /** Runs again as long as the body says so. */
    static Work repeated(Predicate<Carrier> body) {
        return new Work("repeated", body);
    }

    @Override
    public boolean run(Carrier carrier) {
        return body.test(carrier);
    }
}
