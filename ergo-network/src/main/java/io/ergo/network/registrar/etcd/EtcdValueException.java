package io.ergo.network.registrar.etcd;

import io.ergo.network.Printable;
import io.ergo.network.WireException;

/** A value in etcd that is no route. */
public final class EtcdValueException extends WireException {

    private static final long serialVersionUID = 1L;

    private final String key;

    /** Creates one. Key and reason come from others, so they are cleaned and cut for the message. */
    EtcdValueException(String key, String reason) {
        super("the value of the key '" + Printable.of(key) + "' cannot be read: " + Printable.of(reason), -1);
        this.key = key;
    }

    /** Returns the key, as it was given. */
    public String key() {
        return key;
    }
}
