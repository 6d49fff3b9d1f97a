package io.ergo.network.hostile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfCodecs;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.VectorFile;
import io.ergo.network.enp.request.Requests;
import io.ergo.network.framework.FrameworkTypes;
import io.ergo.network.framework.Release;

/** Values by themselves, as read by schemas and by records. */
final class EdfFormats {

    private static final HexFormat HEX = HexFormat.of();
    private static final int LEVELS = 100_000;
    private static final String LEVEL = "8200029d849d00000001";
    /** Of those in the demand that leave something out when nothing follows them. */
    private static final List<String> LENGTHS = List.of("00000007", "00000008", "7fffffff", "ffffffff");
    private static final int FIRST_TAG = 0x82;
    private static final int LAST_TAG = 0xb0;

    private EdfFormats() {}

    static Stream<Format> all() {
        VectorFile file = VectorFile.edf();
        return Stream.of(format("EDF, generic", file.registry()),
                format("EDF, generated", records(file, EdfCodecs.GENERATED)),
                format("EDF, interpretive", records(file, EdfCodecs.INTERPRETIVE)));
    }

    /** Records for the framework's types, schemas for the others. */
    private static EdfRegistry records(VectorFile file, EdfCodecs codecs) {
        EdfRegistry registry = new EdfRegistry(EdfLimits.defaults(), codecs);
        FrameworkTypes.register(registry, Release.V3_1, Requests.records());
        file.schemas().stream().filter(each -> registry.schema(each.name()).isEmpty()).forEach(registry::register);
        return registry;
    }

    private static Format format(String name, EdfRegistry registry) {
        Recordings file = Recordings.of("edf");
        List<Sample> recorded = Stream.concat(file.entries("cases"), file.entries("malformed"))
                .map(each -> new Sample(each.get("name").asString(), Recordings.hex(each, "hex"),
                        decoder(registry, Recordings
                                .tables(file.root().get("option_sets").get(each.get("options").asString())))))
                .toList();
        return new Format(name, 0, recorded, announcing(registry));
    }

    private static Sample.Decoder decoder(EdfRegistry registry, DecodeTables tables) {
        EdfReader in = registry.reader(tables);
        return (bytes, length) -> {
            in.reset(bytes, 0, length);
            in.getAny();
            return true;
        };
    }

    private static List<Sample> announcing(EdfRegistry registry) {
        List<Sample> all = new ArrayList<>();
        Sample.Decoder any = decoder(registry, DecodeTables.none());
        all.add(new Sample("100,000 levels", deep(), any));
        for (String length : LENGTHS) {
            all.add(new Sample("a binary of " + length, HEX.parseHex(length), binary(registry)));
            all.add(new Sample("any binary of " + length, HEX.parseHex("8e" + length), any));
            IntStream.rangeClosed(FIRST_TAG, LAST_TAG).mapToObj(tag -> HEX.toHexDigits((byte) tag))
                    .flatMap(tag -> withType(tag, length))
                    .forEach(hex -> all.add(new Sample(hex, HEX.parseHex(hex), any)));
        }
        return all;
    }

    /** Slices, arrays and maps of the type. A slice or array of nothing but items without bytes is a value, so there are none of these. */
    private static Stream<String> withType(String tag, String length) {
        return Stream.of("820002" + "9d" + tag + "9d" + length, "820003" + "9f" + tag + tag + "9f" + length,
                "820006" + "9e" + length + tag, "820007" + "9d" + "9e" + length + tag + "9d00000001");
    }

    private static Sample.Decoder binary(EdfRegistry registry) {
        EdfReader in = registry.reader(DecodeTables.none());
        return (bytes, length) -> {
            in.reset(bytes, 0, length);
            in.getBinary();
            return true;
        };
    }

    /** Returns a value with a slice in a slice, and so on. */
    static byte[] deep() {
        byte[] level = HEX.parseHex(LEVEL);
        ByteBuffer value = ByteBuffer.allocate(LEVELS * level.length + 1);
        for (int i = 0; i < LEVELS; i++) {
            value.put(level);
        }
        return value.put((byte) 0xff).array();
    }
}
