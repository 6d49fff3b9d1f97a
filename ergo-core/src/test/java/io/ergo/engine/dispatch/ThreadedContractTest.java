package io.ergo.engine.dispatch;

import java.util.function.BooleanSupplier;

import io.ergo.spi.Dispatcher;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(ints = {1, 2, 4, 8})
class ThreadedContractTest extends DispatcherContract {
    private final int slots;

    ThreadedContractTest(int slots) {
        this.slots = slots;
    }

    @Override
    Dispatcher create(Reports uncaught) {
        return ThreadedDispatcher.start("node", slots, uncaught);
    }

    @Override
    void until(BooleanSupplier condition) {
        Eventually.until(condition);
    }
}
