package io.ergo.interop.vectors;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static io.ergo.interop.vectors.WrittenFrame.atom;
import static io.ergo.interop.vectors.WrittenFrame.int64;
import static io.ergo.interop.vectors.WrittenFrame.integer;
import static io.ergo.interop.vectors.WrittenFrame.nilMap;
import static io.ergo.interop.vectors.WrittenFrame.nilStrings;
import static io.ergo.interop.vectors.WrittenFrame.string;
import static org.assertj.core.api.Assertions.assertThat;

/** Handshakes that nobody recorded, written from the lists of fields and the formulas: over TLS, with flags of other releases, and rejected. */
class OtherHandshakesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode RECORDED = JSON
            .readTree(RecordedVectorsTest.FOLDER.resolve("handshake.json").toFile());
    private static final String A = "a@localhost";
    private static final String B = "b@localhost";
    private static final String COOKIE = "a cookie of this test";
    private static final String FORTH = "a->b";
    private static final String BACK = "b->a";
    private static final String SALT_A = "a0".repeat(32);
    private static final String SALT_B = "b0".repeat(32);
    private static final String ID = "c0".repeat(16);
    private static final byte[] NOTHING = {};
    private static final int TLS_CASES = 3;

    @TempDir
    Path folder;

    private final ArrayNode frames = JSON.createArrayNode();

    @Test
    void links_overTls_pass() {
        start(fingerprint(), 103, 103);
        join(fingerprint());

        Run run = runWithCertificate();

        assertThat(run.failed()).as(run.output()).isZero();
        assertThat(run.passed()).isEqualTo(6 + 2 + 2 + 2 + TLS_CASES);
    }

    /** The side that dials does not believe it, and the side that listens says something else. */
    @Test
    void links_overTlsWithAnotherCertificate_fail() {
        start(new byte[20], 103, 103);
        join(new byte[20]);

        Run run = runWithCertificate();

        assertThat(run.output()).contains("link 0, the side that dials", "link 0, the side that listens",
                "link 1, the side that dials", "link 1, the side that listens",
                "the digest of the certificate is wrong");
        assertThat(run.failed()).as(run.output()).isEqualTo(4);
    }

    /** None, those of release 3.3.0, and all there could be. */
    @ParameterizedTest
    @ValueSource(longs = {0, 0x66, 0x70fef, -1})
    void flags_thatANodeHereDoesNotAnnounce_pass(long flags) {
        start(NOTHING, flags, 103);

        assertPasses(6 + 2);
        frames.removeAll();
        start(NOTHING, 103, flags);
        assertPasses(6 + 2);
    }

    @Test
    void reject_ofRelease330_endsTheSideThatDials() {
        frames.add(hello(FORTH, SALT_A, sha256(SALT_A + ":" + COOKIE), ""));
        frames.add(reject("too busy"));

        assertPasses(2 + 1);
    }

    @Test
    void reject_followedBySomething_fails() {
        start(NOTHING, 103, 103);
        frames.set(3, reject("too busy"));

        Run run = run(file());

        assertThat(run.output()).contains("link 0, the side that dials", "the answers");
        assertThat(run.failed()).as(run.output()).isEqualTo(1);
    }

    /** A node here cannot announce such an error, so the link cannot be played by the side that did. */
    @Test
    void introduce_withAnErrorWithoutText_isReadAsItIs() {
        start(NOTHING, 103, 103);
        WrittenFrame.Field errors = new WrittenFrame.Field("ErrCache", "9f0000000280000000" + "80010003626164",
                JSON.readTree("""
                {"type": "map", "key": "uint16", "elem": "error",
                 "entries": [[{"type": "uint16", "value": "32768"}, {"type": "error", "text": ""}],
                             [{"type": "uint16", "value": "32769"}, {"type": "error", "text": "bad"}]]}"""));
        frames.set(2, introduce(FORTH, A, 103, sha256(SALT_B + ":" + COOKIE), errors));

        Run run = run(file());

        assertThat(run.output()).contains("link 0, the side that dials").doesNotContain("frames: ",
                "the side that listens");
        assertThat(run.failed()).as(run.output()).isEqualTo(1);
    }

    private void assertPasses(int cases) {
        Run run = run(file());

        assertThat(run.failed()).as(run.output()).isZero();
        assertThat(run.passed()).isEqualTo(cases);
    }

    private Run runWithCertificate() {
        return run(file().set("tls", recordedTls()));
    }

    private Run run(JsonNode file) {
        return Run.ofText(folder, file.toString());
    }

    private ObjectNode file() {
        return JSON.createObjectNode().put("cookie", COOKIE).put("initiator", A).put("acceptor", B).set("frames",
                frames);
    }

    private static JsonNode recordedTls() {
        return RECORDED.get("tls");
    }

    private static byte[] fingerprint() {
        return HexFormat.of().parseHex(recordedTls().get("certificate_sha1_hex").asString());
    }

    private void start(byte[] fingerprint, long flagsOfA, long flagsOfB) {
        String digest = sha256(SALT_A + ":" + COOKIE);
        String binding = SALT_B + ":" + SALT_A + ":" + COOKIE;
        frames.add(hello(FORTH, SALT_A, digest, ""));
        frames.add(hello(BACK, SALT_B, sha256(SALT_B + ":" + digest + ":" + COOKIE), bound(binding, fingerprint)));
        frames.add(introduce(FORTH, A, flagsOfA, sha256(SALT_B + ":" + COOKIE)));
        frames.add(accept(BACK, 0, ID, 3, "", ""));
        frames.add(introduce(BACK, B, flagsOfB, ""));
        frames.add(accept(FORTH, 0, "", 0, "", ""));
    }

    private void join(byte[] fingerprint) {
        String digest = sha256(ID + ":" + SALT_A + ":" + COOKIE);
        frames.add(new WrittenFrame("MessageJoin", List.of(atom("Node", A), string("ConnectionID", ID),
                string("Salt", SALT_A), string("Digest", digest))).json(FORTH, 1));
        frames.add(accept(BACK, 1, "", 0, sha256(digest + ":" + COOKIE),
                bound(digest + ":" + SALT_A + ":" + COOKIE, fingerprint)));
    }

    private static ObjectNode hello(String direction, String salt, String digest, String certificate) {
        return new WrittenFrame("MessageHello",
                List.of(string("Salt", salt), string("Digest", digest), string("DigestCert", certificate)))
                .json(direction, 0);
    }

    private static ObjectNode introduce(String direction, String node, long flags, String digest) {
        return introduce(direction, node, flags, digest, nilMap("ErrCache", "error"));
    }

    private static ObjectNode introduce(String direction, String node, long flags, String digest,
            WrittenFrame.Field errors) {
        return new WrittenFrame("MessageIntroduce", List.of(atom("Node", node), WrittenFrame.noVersion("Version"),
                WrittenFrame.flags("Flags", flags), int64("Creation", 1), integer("MaxMessageSize", 0),
                nilMap("AtomCache", "atom"), nilMap("RegCache", "string"), errors,
                string("Digest", digest))).json(direction, 0);
    }

    private static ObjectNode accept(String direction, int link, String id, int pool, String digest,
            String certificate) {
        return new WrittenFrame("MessageAccept", List.of(string("ID", id), integer("PoolSize", pool),
                nilStrings("PoolDSN"), string("Digest", digest), string("DigestCert", certificate)))
                .json(direction, link);
    }

    private static ObjectNode reject(String reason) {
        return new WrittenFrame("MessageReject", List.of(string("Reason", reason))).json(BACK, 0);
    }

    /** Without a certificate it is empty. */
    private static String bound(String text, byte[] fingerprint) {
        return fingerprint.length == 0 ? "" : sha256(text, fingerprint);
    }

    private static String sha256(String text) {
        return sha256(text, NOTHING);
    }

    private static String sha256(String text, byte[] behind) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(behind);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
