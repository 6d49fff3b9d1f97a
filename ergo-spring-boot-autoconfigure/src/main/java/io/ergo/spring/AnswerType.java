package io.ergo.spring;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;

import io.ergo.Reply;
import io.ergo.Request;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Whether what an {@link OnCall} method answers is what its {@link Request} promises, as far as the declared types
 * tell.
 */
final class AnswerType {

    private AnswerType() {}

    static void check(Class<?> actor, Handler handler) {
        Class<?> promised = ResolvableType.forClass(handler.type()).as(Request.class).getGeneric(0).resolve();
        Class<?> answered = answered(actor, handler.method()).resolve();
        if (promised != null && answered != null && answered != Object.class
                && !ClassUtils.isAssignable(promised, answered)) {
            throw new ErgoSetupException(
                    "The handler " + handler + " answers with a " + answered.getName() + ", but "
                            + handler.type().getName()
                            + " is a Request<" + promised.getSimpleName() + ">.",
                    "Return a " + promised.getSimpleName() + ", or change the type of the request.");
        }
    }

    private static ResolvableType answered(Class<?> actor, Method method) {
        ResolvableType declared = ResolvableType.forMethodReturnType(method, actor);
        if (declared.toClass() == void.class) {
            int way = Arrays.asList(method.getParameterTypes()).indexOf(ReplyTo.class);
            return ResolvableType.forMethodParameter(method, way, actor).getGeneric(0);
        }
        if (CompletionStage.class.isAssignableFrom(declared.toClass())) {
            return declared.as(CompletionStage.class).getGeneric(0);
        }
        return Reply.class.isAssignableFrom(declared.toClass()) ? ResolvableType.NONE : declared;
    }
}
