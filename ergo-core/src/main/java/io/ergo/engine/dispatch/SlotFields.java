package io.ergo.engine.dispatch;

import org.jspecify.annotations.Nullable;

/** The fields of a {@link Slot}, behind the padding. */
abstract class SlotFields extends Padding {
    @Nullable Worker holder;
    int progress;
    int takes;
    int nextRun;
}
