package io.ergo.spring;

import java.lang.reflect.Method;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The annotated methods of one class, ready to be called. Any thread.
 *
 * @param messages those of {@link OnMessage}
 * @param requests those of {@link OnCall}
 * @param init the one of {@link OnInit}
 * @param terminate the one of {@link OnTerminate}
 * @param methods all of them
 */
record HandlerTable(HandlerChoice messages, HandlerChoice requests, @Nullable HandlerCall init,
        @Nullable HandlerCall terminate,
        List<Method> methods) {}
