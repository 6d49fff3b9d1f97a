package io.ergo.network.registrar.etcd;

import io.ergo.network.WireException;
import org.jspecify.annotations.Nullable;

/** A value in etcd that is no route. */
public final class EtcdValueException extends WireException {

    private static final long serialVersionUID = 1L;

    private final String key;

    EtcdValueException(String key, String reason, @Nullable Throwable cause) {
        super("the value of the key '" + key + "' cannot be read: " + reason, -1, cause);
        this.key = key;
    }

    /** Returns the key. */
    public String key() {
        return key;
    }
}
