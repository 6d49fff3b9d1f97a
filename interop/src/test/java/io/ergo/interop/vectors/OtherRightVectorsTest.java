package io.ergo.interop.vectors;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The recorded files with something in place of what they hold that another recorder may write as well: they pass. */
class OtherRightVectorsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HANDSHAKE = "handshake.json";
    private static final String ENP = "enp.json";
    /** In the first frame. */
    private static final int PAYLOAD_AT = 33;
    private static final String REGISTRAR = "registrar.json";

    @TempDir
    Path folder;

    static Stream<Arguments> others() {
        String late = "{\"connection\":\"closed by the node\",\"seconds_since_last_send\":\"1.0\"}";
        return Stream.of(
                arguments(HANDSHAKE, "/failures/1/events", "[{\"client_sends\":\"5801\"}," + late + "]"),
                arguments(HANDSHAKE, "/failures/5/events",
                        "[{\"connection\":\"closed by the client\",\"seconds_since_last_send\":\"0.6\"}]"),
                arguments(HANDSHAKE, "/failures/5/events",
                        "[{\"connection\":\"still open\",\"seconds_since_last_send\":\"0.6\"}]"),
                arguments(HANDSHAKE, "/failures/1/events",
                        "[{\"client_sends\":\"58\"},{\"client_sends\":\"02\"}," + late + "]"),
                arguments(REGISTRAR, "/exchanges/0/events/0",
                        "{\"transport\":\"tcp\",\"direction\":\"client->server\",\"hex\":\"012c00\"}"),
                arguments(REGISTRAR, "/exchanges/0/events/0",
                        "{\"transport\":\"udp\",\"direction\":\"client->server\",\"hex\":\"01ff0000\"}"),
                arguments(ENP, "/compression/30/output_hex", "\"0000\""));
    }

    @ParameterizedTest(name = "{0}{1} = {2}")
    @MethodSource("others")
    void recordedFile_otherAndRight_passes(String file, String place, String value) {
        JsonNode root = recorded(file);
        int slash = place.lastIndexOf('/');
        String last = place.substring(slash + 1);
        switch (root.at(place.substring(0, slash))) {
            case ObjectNode object -> object.set(last, JSON.readTree(value));
            case ArrayNode array -> array.set(Integer.parseInt(last), JSON.readTree(value));
            default -> throw new AssertionError(place + " is not there");
        }

        passes(file, root.toString());
    }

    @Test
    void answers_readInTwoPieces_pass() {
        JsonNode root = recorded(HANDSHAKE);
        ArrayNode events = (ArrayNode) root.at("/failures/6/events");
        String whole = events.get(1).get("node_sends").asString();
        events.set(1, JSON.createObjectNode().put("node_sends", whole.substring(0, 8)));
        events.insert(2, JSON.createObjectNode().put("node_sends", whole.substring(8)));

        passes(HANDSHAKE, root.toString());
    }

    /** What a node does with it depends on the connections it has, which no file tells. */
    @ParameterizedTest
    @CsvSource({"closed by the node, 0.0", "closed by the client, 0.0", "open, 5.0"})
    void handshake_whole_mayBeClosedOrStay(String what, String seconds) {
        JsonNode root = recorded(HANDSHAKE);
        ArrayNode events = (ArrayNode) root.at("/failures/0/events");
        events.removeAll();
        root.get("frames").valueStream().filter(frame -> frame.get("link").asInt() == 0)
                .forEach(frame -> events.addObject().set(
                        frame.get("direction").asString().equals("a->b") ? "client_sends" : "node_sends",
                        frame.get("hex")));
        events.addObject().put("connection", what).put("seconds_since_last_send", seconds);

        passes(HANDSHAKE, root.toString());
    }

    /** The clock of a sender may be wrong. */
    @Test
    void timestamp_before1970_isNegative() {
        JsonNode root = recorded(ENP);
        ObjectNode frame = (ObjectNode) root.at("/frames/77");
        ObjectNode timestamp = (ObjectNode) frame.at("/fields/7");
        String negative = "fffffffffffffffb";
        frame.put("hex", frame.get("hex").asString().replace(timestamp.get("hex").asString(), negative));
        timestamp.put("hex", negative).put("value", "-5");

        passes(ENP, root.toString());
    }

    static Stream<Arguments> payloads() {
        return Stream.of(
                arguments("9c0006313030252077", "{\"type\":\"error\",\"text\":\"100%!w(MISSING)\"}"),
                arguments("8200029d8c9d000000020100000a6361636865646e616d65",
                        "{\"type\":\"slice\",\"elem\":\"atom\",\"items\":[{\"type\":\"atom\",\"value\":\"cachedname\"},"
                                + "{\"type\":\"atom\",\"value\":\"cachedname\"}]}"));
    }

    /** The reference takes an error for a format; and it tells the id of an atom while it sends it. */
    @ParameterizedTest
    @MethodSource("payloads")
    void payload_asTheReferenceHasIt_passes(String hex, String value) {
        JsonNode root = recorded(ENP);
        ObjectNode frame = (ObjectNode) root.at("/frames/0");
        String head = frame.get("hex").asString().substring(12, 2 * PAYLOAD_AT);
        int length = PAYLOAD_AT + hex.length() / 2;
        frame.put("hex", "4e01%08x".formatted(length) + head + hex);
        ((ObjectNode) frame.at("/fields/2")).put("value", length).put("hex", "%08x".formatted(length));
        ((ObjectNode) frame.at("/fields/9")).put("size", hex.length() / 2).set("value", JSON.readTree(value));

        passes(ENP, root.toString());
    }

    /** A name that was sent before its id was announced stands in full, though a file has all ids of the conversation. */
    @Test
    void names_announcedLater_pass() {
        JsonNode root = recorded(ENP);
        for (String direction : new String[] {"a->b", "b->a"}) {
            ObjectNode caches = (ObjectNode) root.at("/caches/" + direction);
            ObjectNode atoms = (ObjectNode) caches.get("atom_cache");
            int id = 60_000;
            for (String name : new String[] {"a@localhost", "b@localhost", "x@localhost", "y@localhost", "echo"}) {
                if (atoms.valueStream().noneMatch(known -> known.asString().equals(name))) {
                    atoms.put(Integer.toString(id++), name);
                }
            }
        }

        passes(ENP, root.toString());
    }

    private static JsonNode recorded(String file) {
        return JSON.readTree(RecordedVectorsTest.FOLDER.resolve(file).toFile());
    }

    private void passes(String file, String json) {
        Run run = Run.ofText(folder, json);

        assertThat(run.failed()).as(run.output()).isZero();
        assertThat(run.passed()).isEqualTo(Objects.requireNonNull(RecordedVectorsTest.CASES.get(file)));
    }
}
