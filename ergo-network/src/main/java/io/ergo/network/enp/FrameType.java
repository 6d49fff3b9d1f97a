package io.ergo.network.enp;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record one kind of frame. The record has a static method {@code read(FrameHeader, ByteBuf)} for what follows the header, and is named in the
 * {@code permits} clause of its family; nothing else has to be told.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface FrameType {

    /** The type byte, 0 to 255. */
    int number();

    /** The bytes that are always there, the header included; a shorter frame is refused before it is read. */
    int fixed();
}
