package io.ergo.engine.dispatch;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.ergo.spi.Dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatedContractTest extends DispatcherContract {
    private SimulatedDispatcher simulation;

    @Override
    Dispatcher create(Reports uncaught) {
        SimulatedDispatcher created = SimulatedDispatcher.seeded(4711, uncaught);
        if (simulation == null) {
            simulation = created;
        }
        return created;
    }

    @Override
    void until(BooleanSupplier condition) {
        for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
            simulation.advance(Duration.ofMillis(1));
        }
        Eventually.until(condition); // threads that were told to end may take a moment
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
