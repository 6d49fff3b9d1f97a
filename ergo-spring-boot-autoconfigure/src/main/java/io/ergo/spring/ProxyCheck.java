package io.ergo.spring;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Objects;

import org.springframework.aop.SpringProxy;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.SmartInstantiationAwareBeanPostProcessor;
import org.springframework.beans.factory.support.AbstractBeanFactory;

/**
 * Whether the proxy that Spring will put around an actor, for transactions and the like, lets its handlers be called.
 */
final class ProxyCheck {

    private final ConfigurableListableBeanFactory beans;

    ProxyCheck(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    void check(ActorBean actor) {
        Class<?> proxy = proxyOf(actor);
        if (proxy == actor.type()) {
            return;
        }
        if (Proxy.isProxyClass(proxy)) {
            throw hidden(actor, "is hidden behind a proxy of its interfaces, which has none of its handlers",
                    "Set spring.aop.proxy-target-class=true, or move what needs the proxy into a bean the actor calls.");
        }
        if (actor.isBehavior()) {
            throw hidden(actor, "is hidden behind a proxy, which would be started in its place",
                    "Use @OnMessage and @OnCall, or move what needs the proxy into a bean the actor calls.");
        }
        for (Method handler : actor.handlers()) {
            if (Modifier.isFinal(handler.getModifiers()) || !isOverridable(handler, proxy)) {
                throw hidden(actor, "is hidden behind a proxy, and its handler " + Handler.describe(handler)
                        + " would run on the empty fields of the proxy", "Make the handler public and not final.");
            }
        }
    }

    private static boolean isOverridable(Method handler, Class<?> proxy) {
        Class<?> owner = handler.getDeclaringClass();
        boolean samePackage = owner.getPackageName().equals(proxy.getPackageName())
                && Objects.equals(owner.getClassLoader(), proxy.getClassLoader());
        return samePackage || (handler.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    /**
     * Asks those who will make the proxy, because there is no instance yet; returns the class itself if there will be
     * none.
     */
    private Class<?> proxyOf(ActorBean actor) {
        if (beans instanceof AbstractBeanFactory factory) {
            for (BeanPostProcessor processor : factory.getBeanPostProcessors()) {
                if (processor instanceof SmartInstantiationAwareBeanPostProcessor smart) {
                    Class<?> made = smart.determineBeanType(actor.type(), actor.beanName());
                    if (SpringProxy.class.isAssignableFrom(made)) {
                        return made;
                    }
                }
            }
        }
        return actor.type();
    }

    private static ErgoSetupException hidden(ActorBean actor, String what, String action) {
        return new ErgoSetupException("The actor " + actor.type().getName() + " " + what + ".", action);
    }
}
