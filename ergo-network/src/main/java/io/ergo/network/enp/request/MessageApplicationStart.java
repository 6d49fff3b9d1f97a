package io.ergo.network.enp.request;

import io.ergo.Ref;
import io.ergo.network.edf.EdfField;
import io.ergo.network.edf.EdfType;
import io.ergo.network.framework.ApplicationModeCode;
import io.ergo.network.framework.ApplicationOptionsExtra;
import io.ergo.network.framework.WireNames;

/**
 * Starts an application.
 *
 * @param name its name
 * @param mode in which it runs
 * @param options how it is started, and by whom
 * @param ref ties the result to the request
 */
@EdfType(WireNames.PROTO + "MessageApplicationStart")
public record MessageApplicationStart(@EdfField("atom") String name, ApplicationModeCode mode,
        ApplicationOptionsExtra options,
        Ref ref) implements NodeRequest {}
