package io.ergo.spring;

import java.lang.reflect.Method;
import java.util.List;

import io.ergo.spi.ProcessBehavior;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * A bean definition whose instances are processes. Any thread.
 *
 * @param beanName name of the bean definition
 * @param type class of the bean
 * @param processName name of the process, empty for none
 * @param trapExit whether exit signals are trapped
 * @param table its annotated methods, null for a class that is a behaviour itself
 */
record ActorBean(String beanName, Class<?> type, String processName, boolean trapExit, @Nullable HandlerTable table) {

    Object create(ConfigurableListableBeanFactory beans) {
        return beans.getBean(beanName);
    }

    /** Destroys the object itself, not the proxy around it: private destroy methods would run on the proxy's empty fields. */
    void destroy(ConfigurableListableBeanFactory beans, Object bean) {
        Object target = AopProxyUtils.getSingletonTarget(bean);
        beans.destroyBean(beanName, target != null ? target : bean);
    }

    ProcessBehavior behavior(Object bean) {
        return table == null ? (ProcessBehavior) bean : new HandlerActor(bean, table, trapExit);
    }

    List<Method> handlers() {
        return table == null ? List.of() : table.methods();
    }
}
