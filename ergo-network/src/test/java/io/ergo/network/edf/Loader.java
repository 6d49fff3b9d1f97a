package io.ergo.network.edf;

import java.util.Map;

/** A class loader of records that were made. */
final class Loader extends ClassLoader {

    private final Map<String, byte[]> classes;

    Loader(MadeRecord record) {
        this(record, Loader.class.getClassLoader());
    }

    Loader(MadeRecord record, ClassLoader parent) {
        super(parent);
        this.classes = Map.of(record.name(), record.bytes());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
