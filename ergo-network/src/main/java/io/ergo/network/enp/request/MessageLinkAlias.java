package io.ergo.network.enp.request;

import io.ergo.Alias;
import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.network.edf.EdfType;
import io.ergo.network.framework.WireNames;

/**
 * Links the source with an alias.
 *
 * @param source who is told of the end of the other
 * @param target the other
 * @param ref ties the result to the request
 */
@EdfType(WireNames.PROTO + "MessageLinkAlias")
public record MessageLinkAlias(Pid source, Alias target, Ref ref) implements AliasRelating {}
