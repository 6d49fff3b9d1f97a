package io.ergo.conformance;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Objects;

import io.ergo.spi.Dispatcher;
import io.ergo.spi.Dispatcher.Carrier;
import io.ergo.spi.Waiter;
import org.jspecify.annotations.Nullable;

/** A task that has made another one ready, or has waited, goes on only after a while: until then the others are as far as they can come. */
final class TardyTasks extends AroundDispatcher {

    private static final Duration WHILE = Duration.ofMillis(5);

    TardyTasks(Dispatcher inner) {
        super(inner);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object result = passOn(method, arguments);
        if (method.getName().equals("schedule") || method.getName().equals("await")) {
            dawdle((Carrier) Objects.requireNonNull(arguments)[1]);
        }
        return result;
    }

    private void dawdle(@Nullable Carrier task) {
        if (task != null) {
            inner.await(new Waiter(inner.nanoTime() + WHILE.toNanos()), task);
        }
    }
}
