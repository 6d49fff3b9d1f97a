package io.ergo.network.enp.request;

import io.ergo.Alias;
import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.network.edf.EdfType;
import io.ergo.network.framework.WireNames;

/**
 * Lets the source no longer watch an alias.
 *
 * @param source who is told of the end of the other
 * @param target the other
 * @param ref ties the result to the request
 */
@EdfType(WireNames.PROTO + "MessageDemonitorAlias")
public record MessageDemonitorAlias(Pid source, Alias target, Ref ref) implements AliasRelating {}
