/** The types that every node of the network has: versions, flags, routes, options of processes and applications, in the layout of each release. */
@NullMarked
package io.ergo.network.framework;

import org.jspecify.annotations.NullMarked;
