package io.ergo.spring;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;

/** Makes methods with {@link OnInit} and {@link OnTerminate} callable. */
final class LifeMethods {

    private final ConversionService conversion;

    LifeMethods(ConversionService conversion) {
        this.conversion = conversion;
    }

    HandlerCall init(Method method) {
        List<MethodParameter> single = HandlerReader.parameters(method)
                .filter(parameter -> parameter.getParameterType() != Args.class
                        && parameter.getParameterType() != ProcessContext.class)
                .toList();
        HandlerCall call = HandlerAdapter.adapt(method,
                HandlerReader.sources(method, parameter -> initSource(method, parameter, single)));
        boolean takesAll = Stream.of(method.getParameterTypes()).anyMatch(Args.class::equals);
        return takesAll ? call : (bean, args, from, self, ref, children) -> {
            checkCount(Handler.describe(method), single.size(), (Args) args);
            return call.call(bean, args, from, self, ref, children);
        };
    }

    private MethodHandle initSource(Method method, MethodParameter parameter, List<MethodParameter> single) {
        if (parameter.getParameterType() == Args.class) {
            return HandlerAdapter.INPUT;
        }
        return parameter.getParameterType() == ProcessContext.class ? HandlerAdapter.SELF
                : new InitArgument(method, parameter, single.indexOf(parameter), conversion).source();
    }

    /** Checks that there is somebody to take the arguments. */
    static void checkCount(String taker, int takes, Args args) {
        if (args.size() > takes) {
            throw ErgoException.of(Reason.INCORRECT,
                    taker + " takes " + takes + " arguments but is given " + args.size() + ": " + args.values()
                            + "; take an Args or more parameters in the method with @OnInit");
        }
    }

    HandlerCall terminate(Method method) {
        return HandlerAdapter.adapt(method, HandlerReader.sources(method, parameter -> {
            if (parameter.getParameterType() == Reason.class) {
                return HandlerAdapter.INPUT;
            }
            if (parameter.getParameterType() == ProcessContext.class) {
                return HandlerAdapter.SELF;
            }
            throw HandlerReader.wrong(method, "has a parameter of type " + parameter.getParameterType().getName(),
                    "Take a Reason, a ProcessContext, both, or nothing.");
        }));
    }
}
