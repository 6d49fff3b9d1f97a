package io.ergo.interop.vectors;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
    private static final String REGISTRAR = "registrar.json";

    @TempDir
    Path folder;

    static Stream<Arguments> others() {
        String late = "{\"connection\":\"closed by the node\",\"seconds_since_last_send\":\"1.0\"}";
        return Stream.of(
                arguments(HANDSHAKE, "/failures/1/events", "[{\"client_sends\":\"5801\"}," + late + "]"),
                arguments(HANDSHAKE, "/failures/1/events",
                        "[{\"client_sends\":\"58\"},{\"client_sends\":\"02\"}," + late + "]"),
                arguments(REGISTRAR, "/exchanges/0/events/0",
                        "{\"transport\":\"tcp\",\"direction\":\"client->server\",\"hex\":\"012c00\"}"),
                arguments(REGISTRAR, "/exchanges/0/events/0",
                        "{\"transport\":\"udp\",\"direction\":\"client->server\",\"hex\":\"01ff0000\"}"),
                arguments("enp.json", "/compression/30/output_hex", "\"0000\""));
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

    /** A name that was sent before its id was announced stands in full, though a file has all ids of the conversation. */
    @Test
    void names_announcedLater_pass() {
        JsonNode root = recorded("enp.json");
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

        passes("enp.json", root.toString());
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
