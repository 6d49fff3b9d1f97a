package io.ergo.network.dialect;

import io.ergo.network.WireException;

/** Ids that a peer wants to use and cannot have. */
public final class CacheException extends WireException {

    private static final long serialVersionUID = 1L;

    CacheException(String what) {
        super(what, -1);
    }
}
