package io.ergo.engine.dispatch;

/** The field of a {@link PaddedLong}, behind the padding. */
abstract class PaddedLongField extends Padding {
    long value;
}
