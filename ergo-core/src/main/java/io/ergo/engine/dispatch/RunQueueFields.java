package io.ergo.engine.dispatch;

import io.ergo.spi.Dispatcher.Task;

import org.jspecify.annotations.Nullable;

/** The fields of a {@link RunQueue}, behind the padding. All but the lock are written by its owner alone. */
abstract class RunQueueFields extends Padding {
    int lock;
    int size;
    int first;
    @Nullable Task[] ring = new Task[64];
}
