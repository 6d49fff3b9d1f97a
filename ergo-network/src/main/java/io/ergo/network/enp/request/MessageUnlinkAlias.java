package io.ergo.network.enp.request;

import io.ergo.Alias;
import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.network.edf.EdfType;
import io.ergo.network.framework.WireNames;

/**
 * Takes the link with an alias away.
 *
 * @param source who is told of the end of the other
 * @param target the other
 * @param ref ties the result to the request
 */
@EdfType(WireNames.PROTO + "MessageUnlinkAlias")
public record MessageUnlinkAlias(Pid source, Alias target, Ref ref) implements AliasRelating {}
