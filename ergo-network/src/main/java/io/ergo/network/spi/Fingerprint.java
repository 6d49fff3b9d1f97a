package io.ergo.network.spi;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** The SHA-1 of a certificate, as handshakes prove that it is the accepting node's own. Not a secret. */
public final class Fingerprint {

    private final byte[] sha1;

    private Fingerprint(byte[] sha1) {
        this.sha1 = sha1;
    }

    /** Returns that of a leaf certificate. */
    public static Fingerprint of(X509Certificate leaf) {
        try {
            return ofDer(leaf.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("the certificate has no DER form: " + e.getMessage(), e);
        }
    }

    /** Returns that of a leaf certificate in DER form. */
    public static Fingerprint ofDer(byte[] leaf) {
        try {
            return new Fingerprint(MessageDigest.getInstance("SHA-1").digest(leaf));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** Returns a copy of the 20 bytes. */
    public byte[] bytes() {
        return sha1.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fingerprint print && Arrays.equals(sha1, print.sha1);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha1);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(sha1);
    }
}
