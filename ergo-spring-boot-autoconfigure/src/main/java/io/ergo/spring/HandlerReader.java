package io.ergo.spring;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Reason;
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
            OnTerminate.class);

    private final ConversionService conversion;

    HandlerReader(ConversionService conversion) {
        this.conversion = conversion;
    }

    /** Returns the annotated methods of the class, inherited ones included. */
    HandlerTable read(Class<?> type) {
        List<Method> onMessage = annotated(type, OnMessage.class);
        List<Method> onCall = annotated(type, OnCall.class);
        if (onMessage.isEmpty() && onCall.isEmpty()) {
            throw new ErgoSetupException(type.getName() + " is an actor without a handler.",
                    "Annotate at least one method with @OnMessage or @OnCall, or extend io.ergo.actor.Actor.");
        }
        HandlerChoice messages = new HandlerChoice(
                onMessage.stream().map(method -> messageHandler(type, method)).toList());
        HandlerChoice requests = new HandlerChoice(
                onCall.stream().map(method -> requestHandler(type, method)).toList());
        HandlerChoice.checkSealed(messages, requests);
        List<Method> init = atMostOne(type, OnInit.class);
        List<Method> terminate = atMostOne(type, OnTerminate.class);
        return new HandlerTable(messages, requests, init.isEmpty() ? null : initCall(init.getFirst()),
                terminate.isEmpty() ? null : terminateCall(terminate.getFirst()),
                Stream.of(onMessage, onCall, init, terminate).flatMap(List::stream).toList());
    }

    /** Returns whether the class has annotated methods. */
    static boolean hasHandlers(Class<?> type) {
        return KINDS.stream().anyMatch(kind -> !annotated(type, kind).isEmpty());
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

    private Handler messageHandler(Class<?> type, Method method) {
        if (method.getReturnType() != void.class) {
            throw wrong(method,
                    "returns " + ClassUtils.getShortName(method.getReturnType()) + ", which nobody would get",
                    "Return void, or answer requests with @OnCall.");
        }
        return handler(type, method, Map.of(Pid.class, HandlerAdapter.FROM, ProcessContext.class, HandlerAdapter.SELF));
    }

    private Handler requestHandler(Class<?> type, Method method) {
        boolean answersLater = Stream.of(method.getParameterTypes()).anyMatch(ReplyTo.class::equals);
        if (answersLater != (method.getReturnType() == void.class)) {
            throw wrong(method, answersLater ? "returns a value and takes a ReplyTo" : "answers nothing",
                    "Return the answer, a Reply or a CompletionStage; or return void and take a ReplyTo.");
        }
        Handler handler = handler(type, method,
                Map.of(Pid.class, HandlerAdapter.FROM, ProcessContext.class, HandlerAdapter.SELF, Ref.class,
                        HandlerAdapter.REF, ReplyTo.class, HandlerAdapter.REPLY_TO));
        AnswerType.check(type, handler);
        return handler;
    }

    private static Handler handler(Class<?> type, Method method, Map<Class<?>, MethodHandle> known) {
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

    private HandlerCall initCall(Method method) {
        List<MethodParameter> single = parameters(method)
                .filter(parameter -> parameter.getParameterType() != Args.class
                        && parameter.getParameterType() != ProcessContext.class)
                .toList();
        HandlerCall call = HandlerAdapter.adapt(method,
                sources(method, parameter -> initSource(method, parameter, single)));
        boolean takesAll = Stream.of(method.getParameterTypes()).anyMatch(Args.class::equals);
        return takesAll ? call : (bean, args, from, self, ref) -> {
            checkCount(Handler.describe(method), single.size(), (Args) args);
            return call.call(bean, args, from, self, ref);
        };
    }

    /** Checks that there is somebody to take the arguments. */
    static void checkCount(String taker, int takes, Args args) {
        if (args.size() > takes) {
            throw ErgoException.of(Reason.INCORRECT,
                    taker + " takes " + takes + " arguments but is given " + args.size() + ": "
                            + args.values() + "; take an Args or more parameters in the method with @OnInit");
        }
    }

    private MethodHandle initSource(Method method, MethodParameter parameter, List<MethodParameter> single) {
        if (parameter.getParameterType() == Args.class) {
            return HandlerAdapter.INPUT;
        }
        return parameter.getParameterType() == ProcessContext.class ? HandlerAdapter.SELF
                : new InitArgument(method, parameter, single.indexOf(parameter), conversion).source();
    }

    private static HandlerCall terminateCall(Method method) {
        return HandlerAdapter.adapt(method, sources(method, parameter -> {
            if (parameter.getParameterType() == Reason.class) {
                return HandlerAdapter.INPUT;
            }
            if (parameter.getParameterType() == ProcessContext.class) {
                return HandlerAdapter.SELF;
            }
            throw wrong(method, "has a parameter of type " + parameter.getParameterType().getName(),
                    "Take a Reason, a ProcessContext, both, or nothing.");
        }));
    }

    private static List<MethodHandle> sources(Method method, Function<MethodParameter, MethodHandle> source) {
        return parameters(method).map(source).toList();
    }

    private static Stream<MethodParameter> parameters(Method method) {
        return Stream.iterate(0, index -> index < method.getParameterCount(), index -> index + 1)
                .map(index -> new MethodParameter(method, index));
    }

    private static ErgoSetupException wrong(Method method, String what, String action) {
        return new ErgoSetupException("The handler " + Handler.describe(method) + " " + what + ".", action);
    }
}
