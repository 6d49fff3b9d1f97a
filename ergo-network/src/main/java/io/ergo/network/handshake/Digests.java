package io.ergo.network.handshake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.ergo.network.Cookie;
import io.ergo.network.spi.Fingerprint;

/**
 * The proofs that a side knows the cookie. Each is the SHA-256 of texts joined by colons, the cookie last, in lower-case hexadecimal; salts and
 * digests enter as the texts they are sent as, the fingerprint of a certificate as bytes behind all. Any thread.
 */
final class Digests {

    private static final String SEPARATOR = ":";

    private final Cookie cookie;

    /** Creates those with the cookie. */
    Digests(Cookie cookie) {
        this.cookie = cookie;
    }

    /** Returns what stands in the Hello of a dialling side. */
    String hello(String salt) {
        return hex(sha256(salt));
    }

    /**
     * Returns what stands in the Hello of an accepting side.
     *
     * @param salt its own
     * @param digest of the Hello that it answers
     */
    String helloAnswer(String salt, String digest) {
        return hex(sha256(salt, digest));
    }

    /**
     * Returns what stands in the Hello of an accepting side on TLS.
     *
     * @param salt its own
     * @param dialledSalt of the Hello that it answers
     * @param certificate the one of this TLS session
     */
    String helloCertificate(String salt, String dialledSalt, Fingerprint certificate) {
        return certified(certificate, salt, dialledSalt);
    }

    /**
     * Returns what stands in the Introduce of a dialling side.
     *
     * @param answeredSalt of the Hello that it got
     */
    String introduce(String answeredSalt) {
        return hex(sha256(answeredSalt));
    }

    /** Returns what stands in a Join. */
    String join(String connectionId, String salt) {
        return hex(sha256(connectionId, salt));
    }

    /**
     * Returns what stands in the Accept that answers a Join.
     *
     * @param digest of the Join
     */
    String joinAnswer(String digest) {
        return hex(sha256(digest));
    }

    /**
     * Returns what stands in the Accept that answers a Join on TLS.
     *
     * @param digest of the Join
     * @param salt of the Join
     * @param certificate the one of this TLS session
     */
    String joinCertificate(String digest, String salt, Fingerprint certificate) {
        return certified(certificate, digest, salt);
    }

    /** Tells whether two digests are the same, in a time that does not tell where they differ. */
    static boolean same(String expected, String found) {
        return MessageDigest.isEqual(utf8(expected), utf8(found));
    }

    private String certified(Fingerprint certificate, String... texts) {
        MessageDigest sha = sha256(texts);
        sha.update(certificate.bytes());
        return hex(sha);
    }

    private MessageDigest sha256(String... texts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(utf8(String.join(SEPARATOR, texts) + SEPARATOR + cookie.reveal()));
            return sha;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String hex(MessageDigest sha) {
        return HexFormat.of().formatHex(sha.digest());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
