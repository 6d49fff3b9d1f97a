package io.ergo.spring;

import java.lang.reflect.Method;

import org.springframework.util.ClassUtils;

/**
 * A method that handles something.
 *
 * @param method the method
 * @param type what it handles, never primitive
 * @param call calls it
 */
record Handler(Method method, Class<?> type, HandlerCall call) {

    boolean returnsNothing() {
        return method.getReturnType() == void.class;
    }

    @Override
    public String toString() {
        return describe(method);
    }

    static String describe(Method method) {
        StringBuilder text = new StringBuilder(ClassUtils.getShortName(method.getDeclaringClass())).append('.')
                .append(method.getName());
        String separator = "(";
        for (Class<?> parameter : method.getParameterTypes()) {
            text.append(separator).append(ClassUtils.getShortName(parameter));
            separator = ", ";
        }
        return text.append(method.getParameterCount() == 0 ? "()" : ")").toString();
    }
}
