/**
 * ENP, what nodes say to each other once they are connected: frames to bytes and back. No socket and no engine in here. Frames have the names that the
 * protocol gives them: a {@link io.ergo.network.enp.MessageExit} is the frame of an exit signal, {@link io.ergo.MessageExit} what a process gets.
 */
@NullMarked
package io.ergo.network.enp;

import org.jspecify.annotations.NullMarked;
