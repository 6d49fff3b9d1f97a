package io.ergo.spring;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;

import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Ref;

import static java.lang.invoke.MethodType.methodType;

/**
 * Adapts a user's method to {@link HandlerCallFactory#SHAPE}: each of its parameters is made of what a
 * {@link HandlerCall} is given.
 */
final class HandlerAdapter {

    private static final MethodType GIVEN = HandlerCallFactory.SHAPE.dropParameterTypes(0, 1);

    /** Sources of parameters: from what is given to the value of the parameter. */
    static final MethodHandle INPUT = given(0);
    static final MethodHandle FROM = given(1);
    static final MethodHandle SELF = given(2);
    static final MethodHandle REF = given(3);
    static final MethodHandle CHILDREN = given(4);
    static final MethodHandle REPLY_TO = replyTo();

    private HandlerAdapter() {}

    /** Returns a source that takes only the input and makes something of it; of the type {@code (Object)T}. */
    static MethodHandle ofInput(MethodHandle conversion) {
        return MethodHandles.dropArguments(conversion, 1, GIVEN.parameterList().subList(1, GIVEN.parameterCount()));
    }

    /**
     * Adapts the method.
     *
     * @param sources one for each parameter
     */
    static HandlerCall adapt(Method method, List<MethodHandle> sources) {
        MethodHandle adapted = open(method);
        int[] order = new int[1 + sources.size() * GIVEN.parameterCount()];
        for (int parameter = sources.size() - 1; parameter >= 0; parameter--) {
            MethodHandle source = sources.get(parameter);
            Class<?> type = method.getParameterTypes()[parameter];
            adapted = MethodHandles.collectArguments(adapted, 1 + parameter,
                    source.asType(source.type().changeReturnType(type)));
            for (int i = 0; i < GIVEN.parameterCount(); i++) {
                order[1 + parameter * GIVEN.parameterCount() + i] = 1 + i;
            }
        }
        adapted = adapted.asType(adapted.type().changeReturnType(Object.class).changeParameterType(0, Object.class));
        return HandlerCallFactory.of(MethodHandles.permuteArguments(adapted, HandlerCallFactory.SHAPE, order));
    }

    private static MethodHandle open(Method method) {
        try {
            method.setAccessible(true); // package-private methods and methods of package-private classes
            return MethodHandles.lookup().unreflect(method).asFixedArity();
        } catch (IllegalAccessException | java.lang.reflect.InaccessibleObjectException e) {
            throw new ErgoSetupException(Handler.describe(method) + " cannot be called: " + e.getMessage(),
                    "Open the package of the class to the module of Ergo.");
        }
    }

    private static MethodHandle given(int index) {
        MethodHandle value = MethodHandles.identity(GIVEN.parameterType(index));
        return MethodHandles.permuteArguments(value, GIVEN.changeReturnType(GIVEN.parameterType(index)), index);
    }

    private static MethodHandle replyTo() {
        try {
            MethodHandle constructor = MethodHandles.lookup().findConstructor(RequestReply.class,
                    methodType(void.class, ProcessContext.class, Pid.class, Ref.class));
            return MethodHandles.permuteArguments(constructor, GIVEN.changeReturnType(RequestReply.class), 2, 1, 3);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
