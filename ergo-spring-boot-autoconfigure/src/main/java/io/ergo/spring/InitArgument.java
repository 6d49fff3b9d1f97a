package io.ergo.spring;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;

/**
 * A parameter of an {@link OnInit} method that gets one of the run-time arguments.
 *
 * @param method the method
 * @param parameter the parameter
 * @param index which argument it gets, 0 being the first
 * @param conversion converts arguments of other types
 */
record InitArgument(Method method, MethodParameter parameter, int index, ConversionService conversion) {

    private static final MethodHandle FROM_ARGS = fromArgs();

    /** Returns the source of the parameter for {@link HandlerAdapter#adapt}. */
    MethodHandle source() {
        return HandlerAdapter.ofInput(FROM_ARGS.bindTo(this));
    }

    @Nullable Object from(Object input) {
        Args args = (Args) input;
        if (index >= args.size()) {
            throw wrong("is missing", args);
        }
        Object value = args.values().get(index);
        if (value == null && parameter.isOptional()) {
            return null;
        }
        if (value == null) {
            throw wrong("is null", args);
        }
        return parameter.getParameterType().isInstance(value) ? value : convert(value, args);
    }

    private Object convert(Object value, Args args) {
        try {
            Object converted = conversion.convert(value, TypeDescriptor.forObject(value),
                    new TypeDescriptor(parameter));
            if (converted != null) {
                return converted;
            }
        } catch (ConversionException e) {
            throw wrong("is '" + value + "', a " + value.getClass().getName() + " (" + e.getMessage() + ")", args);
        }
        throw wrong("is '" + value + "', which converts to nothing", args);
    }

    private ErgoException wrong(String what, Args args) {
        return ErgoException.of(Reason.INCORRECT,
                "argument " + index + " of " + Handler.describe(method) + " " + what + ", but must be a "
                        + parameter.getParameterType().getName() + "; given: " + args.values());
    }

    private static MethodHandle fromArgs() {
        try {
            return MethodHandles.lookup().findVirtual(InitArgument.class, "from",
                    MethodType.methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
