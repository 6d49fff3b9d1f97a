package io.ergo.network.registrar.etcd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.ergo.network.WireException;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfList;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.edf.WireType;
import io.ergo.network.framework.ApplicationRoute;
import io.ergo.network.framework.FrameworkTypes;
import io.ergo.network.framework.Release;
import io.ergo.network.framework.Route;
import io.ergo.network.framework.WireNames;

/**
 * The values of the keys {@code …/routes/nodes/…} and {@code …/routes/applications/…}: Base64, with padding, of a value in EDF with all names in full.
 * Application routes are written in the layout of one release and read in those of all: which it is shows in the bytes. Any thread.
 */
public final class EtcdValues {

    private static final WireType ROUTE = new WireType.Registered(WireNames.GEN + "Route");
    private static final WireType APPLICATION_ROUTE = new WireType.Registered(WireNames.GEN + "ApplicationRoute");
    private static final int PADDED = 4;

    /** The one that is written comes first, since most values are in it. */
    private final Map<Release, EdfRegistry> layouts = new LinkedHashMap<>();
    private final Release written;
    private final byte[] routesBegin;
    private final byte[] applicationRouteBegins;

    /**
     * Creates them.
     *
     * @param written the release of the Go nodes that read what is written here; older ones misread the layouts of newer ones
     * @param limits of what is read
     */
    public EtcdValues(Release written, EdfLimits limits) {
        this.written = written;
        addLayout(written, limits);
        for (Release release : Release.values()) {
            addLayout(release, limits);
        }
        routesBegin = begin(new WireType.Slice(ROUTE));
        applicationRouteBegins = begin(APPLICATION_ROUTE);
    }

    private void addLayout(Release release, EdfLimits limits) {
        layouts.computeIfAbsent(release, _ -> {
            EdfRegistry registry = new EdfRegistry(limits);
            FrameworkTypes.registerRoutes(registry, release);
            return registry;
        });
    }

    /** Returns what stands in front of a value of the type, the same in all layouts. */
    private byte[] begin(WireType type) {
        EdfWriter out = layout(written).writer(EncodeTables.none());
        out.putType(type);
        return out.toBytes();
    }

    /** Returns the value for the routes of a node. */
    public String routes(List<Route> routes) {
        return write(EdfList.slice(ROUTE, routes));
    }

    /** Returns the value for a route of an application. */
    public String applicationRoute(ApplicationRoute route) {
        return write(route);
    }

    /**
     * Reads the routes of a node.
     *
     * @param key where the value was found, for the message of the exception
     * @throws EtcdValueException if it is none
     */
    public List<Route> readRoutes(String key, String value) {
        byte[] bytes = bytes(key, value);
        try {
            EdfList list = (EdfList) read(layout(written), routesBegin, bytes);
            return list.stream().map(Route.class::cast).toList();
        } catch (WireException e) {
            throw new EtcdValueException(key, "it is no list of routes: " + e.getMessage());
        }
    }

    /**
     * Reads a route of an application in the layout it was written in. What that lacks is empty: the version before 3.3.0, the tags before 3.2.0.
     *
     * @param key where the value was found, for the message of the exception
     * @throws EtcdValueException if it is none; tells why it is none in the layout that is written here
     */
    public ApplicationRoute readApplicationRoute(String key, String value) {
        byte[] bytes = bytes(key, value);
        List<String> reasons = new ArrayList<>();
        for (EdfRegistry layout : layouts.values()) {
            try {
                return (ApplicationRoute) read(layout, applicationRouteBegins, bytes);
            } catch (WireException e) {
                reasons.add(String.valueOf(e.getMessage()));
            }
        }
        throw new EtcdValueException(key, "it is no route of an application: " + reasons.getFirst());
    }

    private String write(Object value) {
        EdfWriter out = layout(written).writer(EncodeTables.none());
        out.putMessage(value);
        return Base64.getEncoder().encodeToString(out.toBytes());
    }

    private EdfRegistry layout(Release release) {
        return Objects.requireNonNull(layouts.get(release));
    }

    /** As Go reads Base64: line ends count for nothing, the padding must be there. */
    private static byte[] bytes(String key, String value) {
        String text = value.replace("\r", "").replace("\n", "");
        try {
            if (text.length() % PADDED == 0) {
                return Base64.getDecoder().decode(text);
            }
        } catch (IllegalArgumentException _) {
            // below
        }
        throw new EtcdValueException(key, "it is not Base64 with padding");
    }

    /** Of all layouts, the right one alone uses up the bytes. Values of other types are refused before they cost anything. */
    private static Object read(EdfRegistry layout, byte[] begin, byte[] bytes) {
        if (!Arrays.equals(begin, 0, begin.length, bytes, 0, Math.min(begin.length, bytes.length))) {
            throw new WireException("the type is another", 0);
        }
        EdfReader in = layout.reader(DecodeTables.none());
        in.reset(bytes, 0, bytes.length);
        Object value = Objects.requireNonNull(in.getAny());
        if (in.remaining() > 0) {
            throw new WireException(in.remaining() + " bytes are left", in.offset());
        }
        return value;
    }
}
