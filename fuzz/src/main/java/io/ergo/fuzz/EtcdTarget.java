package io.ergo.fuzz;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import io.ergo.network.edf.EdfLimits;
import io.ergo.network.framework.ApplicationRoute;
import io.ergo.network.framework.Release;
import io.ergo.network.framework.Route;
import io.ergo.network.registrar.etcd.ConfigurationText;
import io.ergo.network.registrar.etcd.EtcdValues;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A byte that chooses what the others are: routes or the route of an application before they were turned into Base64, any text in place of routes, or a
 * text of configuration. Routes can be written, and are then read in the same way again.
 */
final class EtcdTarget extends Target {

    private static final int KINDS = 4;
    private static final String KEY = "key";

    private final EtcdValues values = new EtcdValues(Release.V3_3, EdfLimits.defaults());

    EtcdTarget() {
        super(new Bounds(0));
    }

    @Override
    void take(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        String text = new String(rest, UTF_8);
        String packed = Base64.getEncoder().encodeToString(rest);
        switch (Math.floorMod(input[0], KINDS)) {
            case 0 -> bounds().hold(packed.length(), () -> values.readRoutes(KEY, packed)).ifPresent(this::again);
            case 1 -> bounds().hold(packed.length(), () -> values.readApplicationRoute(KEY, packed))
                    .ifPresent(this::again);
            case 2 -> bounds().hold(text.length(), () -> values.readRoutes(KEY, text)).ifPresent(this::again);
            default -> bounds().hold(text.length(), () -> ConfigurationText.parse(text));
        }
    }

    private void again(List<Route> routes) {
        List<Route> second = values.readRoutes(KEY, values.routes(routes));
        if (!routes.equals(second)) {
            throw new Finding(routes + " were written and came back as " + second);
        }
    }

    private void again(ApplicationRoute route) {
        ApplicationRoute second = values.readApplicationRoute(KEY, values.applicationRoute(route));
        if (!route.equals(second)) {
            throw new Finding(route + " was written and came back as " + second);
        }
    }
}
