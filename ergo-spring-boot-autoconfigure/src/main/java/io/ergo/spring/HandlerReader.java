package io.ergo.spring;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Ref;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.convert.ConversionService;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils.MethodFilter;

/** Reads the annotated methods of a class and checks them; every mistake is an {@link ErgoSetupException}. */
final class HandlerReader {

    private static final List<Class<? extends Annotation>> KINDS = List.of(OnInit.class, OnMessage.class, OnCall.class,
            OnResponse.class, OnTerminate.class);

    private final LifeMethods life;

    HandlerReader(ConversionService conversion) {
        life = new LifeMethods(conversion);
    }

    /** Returns the annotated methods of an actor. */
    HandlerTable actor(Class<?> type) {
        HandlerTable table = read(type, Map.of());
        if (table.messages().isEmpty() && table.requests().isEmpty()) {
            throw new ErgoSetupException(type.getName() + " is an actor without a handler.",
                    "Annotate at least one method with @OnMessage or @OnCall, or extend io.ergo.actor.Actor.");
        }
        return table;
    }

    /** Returns the annotated methods of a supervisor; they may take the {@link Children}. */
    HandlerTable supervisor(Class<?> type) {
        return read(type, Map.of(Children.class, HandlerAdapter.CHILDREN));
    }

    /** Returns whether the class has annotated methods. */
    static boolean hasHandlers(Class<?> type) {
        return KINDS.stream().anyMatch(kind -> !annotated(type, kind).isEmpty());
    }

    private HandlerTable read(Class<?> type, Map<Class<?>, MethodHandle> more) {
        List<Method> onMessage = annotated(type, OnMessage.class);
        List<Method> onCall = annotated(type, OnCall.class);
        List<Method> onResponse = annotated(type, OnResponse.class);
        List<Method> init = atMostOne(type, OnInit.class);
        List<Method> terminate = atMostOne(type, OnTerminate.class);
        HandlerChoice messages = new HandlerChoice(
                onMessage.stream().map(method -> messageHandler(type, method, more)).toList());
        HandlerChoice requests = new HandlerChoice(
                onCall.stream().map(method -> requestHandler(type, method, more)).toList());
        HandlerChoice responses = new HandlerChoice(
                onResponse.stream().map(method -> responseHandler(type, method, more)).toList());
        HandlerChoice.checkSealed(messages, requests);
        return new HandlerTable(messages, requests, responses, init.isEmpty() ? null : life.init(init.getFirst()),
                terminate.isEmpty() ? null : life.terminate(terminate.getFirst()),
                Stream.of(onMessage, onCall, onResponse, init, terminate).flatMap(List::stream).toList());
    }

    private static List<Method> annotated(Class<?> type, Class<? extends Annotation> kind) {
        MethodFilter marked = method -> AnnotatedElementUtils.hasAnnotation(method, kind);
        return MethodIntrospector.selectMethods(type, marked).stream().map(HandlerReader::callable)
                .sorted(Comparator.comparing(Handler::describe)).toList();
    }

    private static Method callable(Method method) {
        int modifiers = method.getModifiers();
        if (Modifier.isPrivate(modifiers) || Modifier.isStatic(modifiers)) {
            throw wrong(method, "is " + (Modifier.isStatic(modifiers) ? "static" : "private"),
                    "Make it an instance method that is at least package-private.");
        }
        return method;
    }

    private static List<Method> atMostOne(Class<?> type, Class<? extends Annotation> kind) {
        List<Method> found = annotated(type, kind);
        if (found.size() > 1) {
            throw new ErgoSetupException(
                    type.getName() + " has " + found.size() + " methods with @" + kind.getSimpleName() + ": "
                            + String.join(", ", found.stream().map(Handler::describe).toList()) + ".",
                    "Keep one of them and call the others from it.");
        }
        return found;
    }

    private static Handler messageHandler(Class<?> type, Method method, Map<Class<?>, MethodHandle> more) {
        if (method.getReturnType() != void.class) {
            throw wrong(method,
                    "returns " + ClassUtils.getShortName(method.getReturnType()) + ", which nobody would get",
                    "Return void, or answer requests with @OnCall.");
        }
        return handler(type, method, more);
    }

    private static Handler responseHandler(Class<?> type, Method method, Map<Class<?>, MethodHandle> more) {
        if (method.getReturnType() != void.class) {
            throw wrong(method,
                    "returns " + ClassUtils.getShortName(method.getReturnType()) + ", which nobody would get",
                    "Return void.");
        }
        Map<Class<?>, MethodHandle> known = new HashMap<>(more);
        known.put(Ref.class, HandlerAdapter.REF);
        return handler(type, method, known);
    }

    private static Handler requestHandler(Class<?> type, Method method, Map<Class<?>, MethodHandle> more) {
        boolean answersLater = Stream.of(method.getParameterTypes()).anyMatch(ReplyTo.class::equals);
        if (answersLater != (method.getReturnType() == void.class)) {
            throw wrong(method, answersLater ? "returns a value and takes a ReplyTo" : "answers nothing",
                    "Return the answer, a Reply or a CompletionStage; or return void and take a ReplyTo.");
        }
        Map<Class<?>, MethodHandle> known = new HashMap<>(more);
        known.put(Ref.class, HandlerAdapter.REF);
        known.put(ReplyTo.class, HandlerAdapter.REPLY_TO);
        Handler handler = handler(type, method, known);
        AnswerType.check(type, handler);
        return handler;
    }

    private static Handler handler(Class<?> type, Method method, Map<Class<?>, MethodHandle> more) {
        Map<Class<?>, MethodHandle> known = new HashMap<>(more);
        known.put(Pid.class, HandlerAdapter.FROM);
        known.put(ProcessContext.class, HandlerAdapter.SELF);
        List<MethodParameter> input = parameters(method)
                .filter(parameter -> !known.containsKey(parameter.getParameterType())).toList();
        if (input.size() != 1) {
            throw wrong(method, "has " + input.size() + " parameters for what it handles",
                    "Give it exactly one besides "
                            + String.join(", ", known.keySet().stream().map(Class::getSimpleName).sorted().toList())
                            + ".");
        }
        Class<?> handled = ResolvableType.forMethodParameter(method, input.getFirst().getParameterIndex(), type)
                .toClass();
        return new Handler(method, ClassUtils.resolvePrimitiveIfNecessary(handled), HandlerAdapter.adapt(method,
                sources(method, parameter -> known.getOrDefault(parameter.getParameterType(), HandlerAdapter.INPUT))));
    }

    static List<MethodHandle> sources(Method method, Function<MethodParameter, MethodHandle> source) {
        return parameters(method).map(source).toList();
    }

    static Stream<MethodParameter> parameters(Method method) {
        return IntStream.range(0, method.getParameterCount()).mapToObj(index -> new MethodParameter(method, index));
    }

    static ErgoSetupException wrong(Method method, String what, String action) {
        return new ErgoSetupException("The handler " + Handler.describe(method) + " " + what + ".", action);
    }
}
