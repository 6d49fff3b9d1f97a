package io.ergo.conformance;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Objects;

import io.ergo.spi.Dispatcher;
import io.ergo.spi.Dispatcher.Carrier;
import io.ergo.spi.Waiter;
import org.jspecify.annotations.Nullable;

/**
 * A task that makes another one ready, or waits, dawdles before and after it: until it goes on the others are as far as they can come. This
 * finds what is shown to others before it is whole, or taken back too late.
 */
final class TardyTasks extends AroundDispatcher {

    private static final Duration WHILE = Duration.ofMillis(5);

    TardyTasks(Dispatcher inner) {
        super(inner);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (!method.getName().equals("schedule") && !method.getName().equals("await")) {
            return passOn(method, arguments);
        }
        @Nullable Carrier task = (Carrier) Objects.requireNonNull(arguments)[1];
        dawdle(task);
        Object result = passOn(method, arguments);
        dawdle(task);
        return result;
    }

    private void dawdle(@Nullable Carrier task) {
        if (task != null) {
            inner.await(new Waiter(inner.nanoTime() + WHILE.toNanos()), task);
        }
    }
}
