package io.ergo.interop.vectors;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

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

/** The recorded files with one thing changed in each: exactly that case fails, and says why. */
class ChangedVectorsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HANDSHAKE = "handshake.json";
    private static final String ENP = "enp.json";
    private static final String REGISTRAR = "registrar.json";

    @TempDir
    Path folder;

    static Stream<Arguments> changes() {
        return Stream.of(handshakeChanges(), enpChanges(), registrarChanges()).flatMap(each -> each);
    }

    private static Stream<Arguments> handshakeChanges() {
        return Stream.of(
                arguments(HANDSHAKE, "/frames/0/message", "\"handshake.MessageJoin\"", "the kind of the message"),
                arguments(HANDSHAKE, "/frames/0/fields/2/value", "184", "the field 'length (of the payload only)'"),
                arguments(HANDSHAKE, "/frames/0/fields/2/hex", "\"000000b8\"", "actual   000000b8"),
                arguments(HANDSHAKE, "/frames/0/fields/2/offset", "3", "offset and size"),
                arguments(HANDSHAKE, "/frames/0/fields/5/name", "\"MessageHello.Pepper\"", "the fields"),
                arguments(HANDSHAKE, "/frames/0/fields/3/value/fields/0/value/value", "\"salt\"", "[0]"),
                arguments(HANDSHAKE, "/derivations/0/value", "\"00\"", "the recorded message"),
                arguments(HANDSHAKE, "/derivations/0/formula", "\"sha512(cookie)\"", "the formula is not understood"),
                arguments(HANDSHAKE, "/derivations/0/formula", "\"sha256_hex(cookie + HelloA.Salt)\"", "the formula"),
                arguments(HANDSHAKE, "/derivations/0/formula", "\"sha256_hex(cookie + pepper)\"",
                        "a part of the formula is not understood: pepper"),
                arguments(HANDSHAKE, "/derivations/0/name", "\"Hello.Digest (nobody)\"", "'nobody' is not understood"),
                arguments(HANDSHAKE, "/derivations/6/name", "\"Join.Digest (link 9)\"", "there is no Join on link 9"),
                arguments(HANDSHAKE, "/tls/certificate_sha1_hex", "\"00\"", "the SHA-1 of the certificate"),
                arguments(HANDSHAKE, "/tls/hello_node_digest_cert", "\"00\"", "the Hello of the node"),
                arguments(HANDSHAKE, "/tls/join_accept_digest", "\"00\"", "the digests of the Accept"),
                arguments(HANDSHAKE, "/failures/0/events/1/connection", "\"left open\"", "'left open'"),
                arguments(HANDSHAKE, "/failures/0/events/1/seconds_since_last_send", "\"1.0\"", "expected waits"),
                arguments(HANDSHAKE, "/failures/5/events/0/seconds_since_last_send", "\"2.0\"", "seconds of silence"),
                arguments(HANDSHAKE, "/failures/6/events/2/seconds_since_last_send", "\"0.0\"", "closes the link"),
                arguments(HANDSHAKE, "/failures/6/events/1/node_sends", "\"5701\"", "the message is not complete"),
                arguments(HANDSHAKE, "/failures/0/events/0", "{\"client_thinks\":\"\"}", "'client_thinks'"),
                arguments(HANDSHAKE, "/failures/0/events/1", connection("closed by the client", "1.0"),
                        "expected waits"),
                arguments(HANDSHAKE, "/failures/0/events/1", connection("open", "0.0"), "expected is open"),
                arguments(HANDSHAKE, "/failures/5/events/0", connection("open", "3.0"), "is closed after 1.0"),
                arguments(HANDSHAKE, "/failures/9/events/4", connection("closed by the node", "0.0"),
                        "closes the link"));
    }

    private static String connection(String what, String seconds) {
        return "{\"connection\":\"" + what + "\",\"seconds_since_last_send\":\"" + seconds + "\"}";
    }

    private static Stream<Arguments> enpChanges() {
        return Stream.of(
                arguments(ENP, "/frames/0/message", "\"MessageName\"", "the kind of the frame"),
                arguments(ENP, "/frames/0/direction", "\"b->c\"", "the member 'b->c' is missing"),
                arguments(ENP, "/frames/0/hex", "\"4e0100000008\"", "the frame is refused"),
                arguments(ENP, "/frames/0/hex", "\"00\"", "neither one of the handshake nor one of ENP"),
                arguments(ENP, "/frames/0/fields/5/value", "\"1006\"", "the field 'from process id'"),
                arguments(ENP, "/frames/0/fields/6/value", "\"high\"", "the field 'priority+flags'"),
                arguments(ENP, "/frames/0/fields/7/value", "\"0\"", "undefined, not important"),
                arguments(ENP, "/frames/0/fields/9/value/value", "\"43\"", "int 43"),
                arguments(ENP, "/frames/0/fields/9/value/type", "\"int64\"", "Int64"),
                arguments(ENP, "/frames/77/fields/7/value", "\"-5\"", "the field 'timestamp (unix nanoseconds)'"),
                arguments(ENP, "/compression/0/output_hex", "\"00\"", "must begin with a length"),
                arguments(ENP, "/compression/0/compression", "\"zlib\"", "the compression with the number 100"),
                arguments(ENP, "/compression/2/compression", "\"gzip 3\"", "the level of the compression"),
                arguments(ENP, "/compression/2/compression", "\"gzip 1\"", "the header"),
                arguments(ENP, "/compression/5/input_hex", "\"42\"", "decompression"),
                arguments(ENP, "/compression/5/input_sha256", "\"42\"", "the SHA-256 of the input"),
                arguments(ENP, "/compression/5/output_hex", "\"00000001008304\"", "decompression"),
                arguments(ENP, "/compression/30/output_hex", "\"00000001789c7204040000ffff00420042\"",
                        "refused, as by the reference with: dst buffer too small"),
                arguments(ENP, "/compression/33/accepted", "false", "lacks its error"));
    }

    private static Stream<Arguments> registrarChanges() {
        return Stream.of(
                arguments(REGISTRAR, "/exchanges/0/events/0/message", "\"Resolve\"", "the kind of the packet"),
                arguments(REGISTRAR, "/exchanges/0/events/0/transport", "\"ip\"", "must be tcp or udp"),
                arguments(REGISTRAR, "/exchanges/0/events/0/direction", "\"up\"", "'direction'"),
                arguments(REGISTRAR, "/exchanges/0/events/0/hex", "\"012c\"", "not one packet"),
                arguments(REGISTRAR, "/exchanges/0/events/0/fields/1/value", "45", "the field 'type'"),
                arguments(REGISTRAR, "/exchanges/0/events/1/fields/3/value/fields/0/value",
                        "{\"type\":\"error\",\"text\":\"unknown\"}", "error \"unknown\""),
                arguments(REGISTRAR, "/exchanges/4/events/2/closed_by", "\"nobody\"", "'closed_by'"),
                arguments(REGISTRAR, "/exchanges/8/events/1/no_answer", "false", "neither a packet nor an end"));
    }

    @ParameterizedTest(name = "{0}{1} = {2}")
    @MethodSource("changes")
    void recordedFile_changed_failsInThatCaseAlone(String file, String place, String value, String why) {
        int cases = Objects.requireNonNull(RecordedVectorsTest.CASES.get(file));

        Run run = Run.ofText(folder, changed(file, place, JSON.readTree(value)));

        assertThat(run.output()).startsWith("FAILED own.json: " + section(place)).contains(why);
        assertThat(run.failed()).as(run.output()).isEqualTo(1);
        assertThat(run.passed()).isEqualTo(cases - 1);
    }

    private static String section(String place) {
        return place.substring(1, place.indexOf('/', 1));
    }

    private static String changed(String file, String place, JsonNode value) {
        JsonNode root = JSON.readTree(RecordedVectorsTest.FOLDER.resolve(file).toFile());
        int slash = place.lastIndexOf('/');
        String last = place.substring(slash + 1);
        switch (root.at(place.substring(0, slash))) {
            case ObjectNode object -> object.set(last, value);
            case ArrayNode array -> array.set(Integer.parseInt(last), value);
            default -> throw new AssertionError(place + " is not there");
        }
        return root.toString();
    }
}
