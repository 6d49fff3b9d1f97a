/** What Ergo's nodes keep in etcd: routes of nodes and of applications, and configuration. The texts alone; no client. */
@NullMarked
package io.ergo.network.registrar.etcd;

import org.jspecify.annotations.NullMarked;
