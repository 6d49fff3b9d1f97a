/** EDF, the data format of messages between nodes: values to bytes and back. */
@NullMarked
package io.ergo.network.edf;

import org.jspecify.annotations.NullMarked;
