/** Logs of processes and of the node: levels, fields, and the way of a record to SLF4J and to the loggers beside it. */
@NullMarked
package io.ergo.engine.log;

import org.jspecify.annotations.NullMarked;
