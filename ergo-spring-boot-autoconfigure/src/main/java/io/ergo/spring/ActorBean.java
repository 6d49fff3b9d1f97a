package io.ergo.spring;

import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Function;

import io.ergo.spi.ProcessBehavior;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * A bean definition whose instances are processes. Any thread.
 *
 * @param beanName name of the bean definition
 * @param type class of the bean
 * @param behaviors makes the behaviour of a process out of its bean
 * @param handlers the annotated methods, empty for a class that is a behaviour itself
 */
record ActorBean(String beanName, Class<?> type, Function<Object, ProcessBehavior> behaviors, List<Method> handlers) {

    Object create(ConfigurableListableBeanFactory beans) {
        return beans.getBean(beanName);
    }

    /**
     * Destroys the object itself, not the proxy around it: private destroy methods would run on the proxy's empty
     * fields.
     */
    void destroy(ConfigurableListableBeanFactory beans, Object bean) {
        Object target = AopProxyUtils.getSingletonTarget(bean);
        beans.destroyBean(beanName, target != null ? target : bean);
    }

    boolean isBehavior() {
        return ProcessBehavior.class.isAssignableFrom(type);
    }
}
