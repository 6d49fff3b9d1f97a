/** ESRD, what nodes ask and answer to find each other on a host. */
@NullMarked
package io.ergo.network.registrar;

import org.jspecify.annotations.NullMarked;
