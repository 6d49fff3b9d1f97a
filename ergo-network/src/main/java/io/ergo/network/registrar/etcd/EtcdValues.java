package io.ergo.network.registrar.etcd;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.ergo.network.WireException;
import io.ergo.network.dialect.NetworkTypes;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfList;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.edf.WireType;
import io.ergo.network.framework.ApplicationRoute;
import io.ergo.network.framework.Release;
import io.ergo.network.framework.Route;
import org.jspecify.annotations.Nullable;

/**
 * The values of the keys {@code …/routes/nodes/…} and {@code …/routes/applications/…}: Base64, with padding, of a value in EDF with all names in full.
 * Application routes are written in the layout of one release and read in those of all: which it is shows in the bytes. Any thread.
 */
public final class EtcdValues {

    private static final WireType ROUTE = new WireType.Registered("#ergo.services/ergo/gen/Route");

    private final NetworkTypes types;
    private final Release written;

    /**
     * Creates them.
     *
     * @param types of this node
     * @param written the release of the Go nodes that read what is written here; older ones misread the layouts of newer ones
     */
    public EtcdValues(NetworkTypes types, Release written) {
        this.types = types;
        this.written = written;
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
        try {
            if (read(written, bytes(key, value)) instanceof EdfList list
                    && list.type().equals(new WireType.Slice(ROUTE))) {
                return list.stream().map(Route.class::cast).toList();
            }
        } catch (WireException e) {
            throw new EtcdValueException(key, e.getMessage(), e);
        }
        throw new EtcdValueException(key, "it is no list of routes", null);
    }

    /**
     * Reads a route of an application in the layout it was written in. What that lacks is empty: the version before 3.3.0, the tags before 3.2.0.
     *
     * @param key where the value was found, for the message of the exception
     * @throws EtcdValueException if it is none
     */
    public ApplicationRoute readApplicationRoute(String key, String value) {
        byte[] bytes = bytes(key, value);
        List<String> reasons = new ArrayList<>();
        for (Release release : Release.values()) {
            try {
                if (read(release, bytes) instanceof ApplicationRoute route) {
                    return route;
                }
                reasons.add("it is something else");
            } catch (WireException e) {
                reasons.add(e.getMessage());
            }
        }
        throw new EtcdValueException(key, "it is no route of an application: " + reasons, null);
    }

    private String write(Object value) {
        EdfWriter out = types.registry(written).writer(EncodeTables.none());
        out.putMessage(value);
        return Base64.getEncoder().encodeToString(out.toBytes());
    }

    private static byte[] bytes(String key, String value) {
        try {
            return Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            throw new EtcdValueException(key, "it is not Base64", e);
        }
    }

    /** Of all layouts, the right one alone uses up the bytes. */
    private @Nullable Object read(Release release, byte[] bytes) {
        EdfReader in = types.registry(release).reader(DecodeTables.none());
        in.reset(bytes, 0, bytes.length);
        Object value = in.getAny();
        if (in.remaining() > 0) {
            throw new WireException(in.remaining() + " bytes are left", in.offset());
        }
        return value;
    }
}
