package io.ergo.spring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;

import io.ergo.spring.ErgoActor;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChildClassLoaderTest {

    private static final String ISOLATED = "io.ergo.spring.boot.autoconfigure.isolated.";

    /** Loads the classes of one package itself and leaves all others to its parent. */
    private static final class Child extends ClassLoader {

        Child() {
            super(ChildClassLoaderTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(ISOLATED)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void actors_inAChildLoader_areCalled() throws Exception {
        Child loader = new Child();
        Class<?> configuration = loader.loadClass(ISOLATED + "IsolatedActors");
        assertThat(configuration.getClassLoader()).isSameAs(loader).isNotSameAs(ErgoActor.class.getClassLoader());
        Contexts.run(Contexts.with(configuration).withClassLoader(loader),
                context -> assertThat(call(context.getBean(Callable.class))).isEqualTo(3));
    }

    private static Object call(Callable<?> callable) {
        try {
            return callable.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
