package io.ergo.network.enp.request;

import io.ergo.Ref;
import io.ergo.network.edf.EdfField;
import io.ergo.network.edf.EdfType;
import io.ergo.network.framework.WireNames;

/**
 * Asks what a node knows of an application; known since release 3.2.0. The result is an
 * {@link io.ergo.network.framework.WireApplicationInfo}.
 *
 * @param name its name
 * @param ref ties the result to the request
 */
@EdfType(WireNames.PROTO + "MessageApplicationInfo")
public record MessageApplicationInfo(@EdfField("atom") String name, Ref ref) implements NodeRequest {}
