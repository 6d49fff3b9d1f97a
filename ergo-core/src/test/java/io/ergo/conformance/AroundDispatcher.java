package io.ergo.conformance;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import io.ergo.spi.Dispatcher;
import org.jspecify.annotations.Nullable;

/** Something around a dispatcher that does a few of its operations in another way. */
abstract class AroundDispatcher implements InvocationHandler {

    final Dispatcher inner;

    AroundDispatcher(Dispatcher inner) {
        this.inner = inner;
    }

    /** Returns the dispatcher as a node sees it. */
    final Dispatcher dispatcher() {
        return (Dispatcher) Proxy.newProxyInstance(Dispatcher.class.getClassLoader(), new Class<?>[] {Dispatcher.class},
                this);
    }

    /** Leaves an operation to the dispatcher inside. */
    final @Nullable Object passOn(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(inner, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
