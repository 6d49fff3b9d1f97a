package io.ergo.conformance;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;

import io.ergo.spi.Dispatcher;
import org.jspecify.annotations.Nullable;

/** Around a dispatcher: somebody sets its wall clock back and forth, while the monotonic one goes on as it does. */
final class JumpingClock implements InvocationHandler {

    private final Dispatcher dispatcher;
    private volatile long ahead;

    JumpingClock(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** Sets the wall clock ahead of the right time, or behind it. */
    void set(Duration aheadOfTheRightTime) {
        ahead = aheadOfTheRightTime.toMillis();
    }

    /** Returns the dispatcher with this wall clock. */
    Dispatcher dispatcher() {
        return (Dispatcher) Proxy.newProxyInstance(Dispatcher.class.getClassLoader(), new Class<?>[] {Dispatcher.class},
                this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("wallMillis")) {
            return dispatcher.wallMillis() + ahead;
        }
        try {
            return method.invoke(dispatcher, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
