package io.ergo.spi;

import io.ergo.SupervisionInfo;

/** A behaviour that supervises others and shows what it does. */
public interface Supervising {

    /** Returns the latest snapshot. Any thread; must not block. */
    SupervisionInfo supervision();
}
