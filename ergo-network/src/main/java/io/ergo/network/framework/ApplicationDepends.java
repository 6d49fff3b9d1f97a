package io.ergo.network.framework;

import java.util.List;

import io.ergo.network.edf.EdfField;
import io.ergo.network.edf.EdfType;
import org.jspecify.annotations.Nullable;

/**
 * What must be there before an application starts.
 *
 * @param applications names of other applications
 * @param network whether the network is needed
 */
@EdfType(WireNames.GEN + "ApplicationDepends")
public record ApplicationDepends(@EdfField("[]atom") @Nullable List<String> applications, boolean network) {}
