package io.ergo.network.framework;

import java.util.Optional;

import io.ergo.ApplicationState;
import io.ergo.network.edf.EdfType;

/**
 * The state of an application. Values that are unknown here are kept as they are.
 *
 * @param value what is sent
 */
@EdfType(value = WireNames.GEN + "ApplicationState", base = "int32")
public record ApplicationStateCode(int value) {

    /** About to run: of nodes of release 3.3.0. */
    public static final ApplicationStateCode INITIALIZING = new ApplicationStateCode(10);

    /** Returns what is sent for it. */
    public static ApplicationStateCode of(ApplicationState state) {
        return new ApplicationStateCode(switch (state) {
            case LOADED -> 1;
            case RUNNING -> 2;
            case STOPPING -> 3;
        });
    }

    /** Returns the state; empty for an unknown one, such as {@link #INITIALIZING}. */
    public Optional<ApplicationState> state() {
        return Codes.meaning(this, ApplicationState.values(), ApplicationStateCode::of);
    }
}
