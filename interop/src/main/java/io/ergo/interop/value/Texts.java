package io.ergo.interop.value;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/** Texts and bytes in JSON. */
public final class Texts {

    private static final HexFormat HEX = HexFormat.of();

    private Texts() {}

    /** Returns the text of a scalar; empty for JSON's null and for nothing at all. */
    public static String of(JsonNode json) {
        if (isNone(json)) {
            return "";
        }
        return json.isValueNode() ? json.asString() : json.toString();
    }

    static boolean isNone(JsonNode json) {
        return json.isNull() || json.isMissingNode();
    }

    static byte[] bytes(JsonNode hex) {
        try {
            return HEX.parseHex(of(hex));
        } catch (IllegalArgumentException bad) {
            throw new PeerException("'" + of(hex) + "' is not hexadecimal, two digits for each byte");
        }
    }

    static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    /** Returns the text of these bytes, empty if they are not UTF-8. */
    static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException bad) {
            return Optional.empty();
        }
    }
}
