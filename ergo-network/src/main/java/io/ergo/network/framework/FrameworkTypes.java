package io.ergo.network.framework;

import io.ergo.Version;
import io.ergo.network.edf.EdfRegistry;

/** Registers what is the same in all releases: all that handshakes and registrars need. */
public final class FrameworkTypes {

    private FrameworkTypes() {}

    /** Registers {@link Version}, {@link NetworkFlags} and {@link Route}. */
    public static void register(EdfRegistry registry) {
        registry.register(WireNames.GEN + "Version", Version.class);
        registry.register(new NetworkFlagsCodec());
        registry.register(Route.class);
    }
}
