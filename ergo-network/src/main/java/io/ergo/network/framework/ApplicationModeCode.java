package io.ergo.network.framework;

import java.util.Optional;

import io.ergo.ApplicationMode;
import io.ergo.network.edf.EdfType;

/**
 * The mode of an application. Values that are unknown here are kept as they are.
 *
 * @param value what is sent
 */
@EdfType(value = WireNames.GEN + "ApplicationMode", base = "int")
public record ApplicationModeCode(long value) {

    /** Of a request to start that tells none. Go nodes before 3.2.0 then treat the application like a temporary one. */
    public static final ApplicationModeCode UNSET = new ApplicationModeCode(0);

    /** Returns what is sent for it. */
    public static ApplicationModeCode of(ApplicationMode mode) {
        return new ApplicationModeCode(switch (mode) {
            case TEMPORARY -> 1;
            case TRANSIENT -> 2;
            case PERMANENT -> 3;
        });
    }

    /** Returns the mode; empty if it was not told, or is unknown. */
    public Optional<ApplicationMode> mode() {
        return Codes.meaning(this, ApplicationMode.values(), ApplicationModeCode::of);
    }
}
