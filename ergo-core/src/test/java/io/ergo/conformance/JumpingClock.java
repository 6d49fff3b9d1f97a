package io.ergo.conformance;

import java.lang.reflect.Method;
import java.time.Duration;

import io.ergo.spi.Dispatcher;
import org.jspecify.annotations.Nullable;

/** Somebody sets the wall clock back and forth, while the monotonic one goes on as it does. */
final class JumpingClock extends AroundDispatcher {

    private volatile long ahead;

    JumpingClock(Dispatcher inner) {
        super(inner);
    }

    /** Sets the wall clock ahead of the right time, or behind it. */
    void set(Duration aheadOfTheRightTime) {
        ahead = aheadOfTheRightTime.toMillis();
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return method.getName().equals("wallMillis") ? (Object) (inner.wallMillis() + ahead)
                : passOn(method, arguments);
    }
}
