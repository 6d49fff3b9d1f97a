package io.ergo.network.hostile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import io.ergo.Reason;
import io.ergo.Version;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.framework.ApplicationModeCode;
import io.ergo.network.framework.ApplicationRoute;
import io.ergo.network.framework.ApplicationStateCode;
import io.ergo.network.framework.Release;
import io.ergo.network.framework.Route;
import io.ergo.network.registrar.RegistrarCodec;
import io.ergo.network.registrar.RegistrarPacket;
import io.ergo.network.registrar.etcd.EtcdValues;

/** Packets of the embedded registrar, on a stream and as datagrams, and values in etcd, which are texts of these bytes. */
final class RegistrarFormats {

    private static final int HEADER = 4;
    private static final int FIRST_KIND = 44;
    private static final int LAST_KIND = 47;
    private static final RegistrarCodec CODEC = new RegistrarCodec();
    private static final EtcdValues VALUES = new EtcdValues(Release.V3_2, EdfLimits.defaults());
    private static final Route ROUTE = new Route("host", 15703, true, Version.of("EHS", "R1"), Version.of("ENP", "R1"));

    private RegistrarFormats() {}

    static Stream<Format> all() {
        return Stream.of(
                new Format("packets of a stream", 0, packets(RegistrarFormats::stream),
                        announcing(RegistrarFormats::stream)),
                new Format("datagrams", 0, packets(RegistrarFormats::datagram),
                        announcing(RegistrarFormats::datagram)),
                new Format("routes of nodes in etcd", 0, List.of(new Sample("routes",
                        bytes(VALUES.routes(List.of(ROUTE, ROUTE))), RegistrarFormats::routes)),
                        values(RegistrarFormats::routes)),
                new Format("routes of applications in etcd", 0,
                        Arrays.stream(Release.values())
                                .map(each -> new Sample(each.name(), bytes(applicationRoute(each)),
                                        RegistrarFormats::applicationRoute))
                                .toList(),
                        values(RegistrarFormats::applicationRoute)));
    }

    private static boolean stream(byte[] bytes, int length) {
        return CODEC.decode(ByteBuffer.wrap(bytes, 0, length)) != null;
    }

    private static boolean datagram(byte[] bytes, int length) {
        CODEC.decodeDatagram(ByteBuffer.wrap(bytes, 0, length));
        return true;
    }

    private static boolean routes(byte[] bytes, int length) {
        VALUES.readRoutes("key", text(bytes, length));
        return true;
    }

    private static boolean applicationRoute(byte[] bytes, int length) {
        VALUES.readApplicationRoute("key", text(bytes, length));
        return true;
    }

    /** What was recorded, and the kinds in full. */
    private static List<Sample> packets(Sample.Decoder decoder) {
        List<Sample> all = new ArrayList<>();
        Recordings.of("registrar").entries("exchanges").flatMap(each -> Recordings.entries(each.get("events")))
                .filter(event -> event.has("hex"))
                .forEach(event -> all.add(new Sample(event.path("message").asString("no packet"),
                        Recordings.hex(event, "hex"), decoder)));
        all.add(new Sample("Register", CODEC.encode(new RegistrarPacket.Register("a@b", List.of(ROUTE))), decoder));
        all.add(new Sample("ResolveReply",
                CODEC.encode(new RegistrarPacket.ResolveReply(List.of(ROUTE, ROUTE), Reason.UNKNOWN)), decoder));
        return all;
    }

    private static String applicationRoute(Release release) {
        return new EtcdValues(release, EdfLimits.defaults()).applicationRoute(new ApplicationRoute("a@b", "shop", 10,
                new ApplicationModeCode(2), List.of("x", "y"), new ApplicationStateCode(2), Version.of("v", "1")));
    }

    private static List<Sample> announcing(Sample.Decoder decoder) {
        List<Sample> all = new ArrayList<>();
        byte[] deep = EdfFormats.deep();
        all.add(new Sample("4 GiB and nothing else", new byte[] {-1, -1, -1, -1}, decoder));
        for (int kind = FIRST_KIND; kind <= LAST_KIND; kind++) {
            for (int length : new int[] {0, 7, 8, 1020, 4092, 0x7fff, 0xffff}) {
                all.add(new Sample(kind + ": nothing but " + length, packet(kind, length, new byte[0]), decoder));
                all.add(new Sample(kind + ": levels as " + length, packet(kind, length, deep), decoder));
            }
        }
        return all;
    }

    private static byte[] packet(int kind, int length, byte[] payload) {
        return ByteBuffer.allocate(HEADER + payload.length).put((byte) 1).put((byte) kind).putShort((short) length)
                .put(payload).array();
    }

    private static List<Sample> values(Sample.Decoder decoder) {
        return List.of(new Sample("4 GiB and nothing else", new byte[] {-1, -1, -1, -1}, decoder),
                new Sample("100,000 levels", EdfFormats.deep(), decoder));
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static String text(byte[] bytes, int length) {
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, length));
    }
}
