/**
 * The types that every node of the network has: versions, flags, routes, options of processes and applications, in the layout of each release. A record
 * is called as its type; where the runtime or the frames have a class of this name it is a {@code Wire…}, a {@code …Code} if it is one number or text,
 * or a {@link io.ergo.network.framework.PublishedEvent}.
 */
@NullMarked
package io.ergo.network.framework;

import org.jspecify.annotations.NullMarked;
