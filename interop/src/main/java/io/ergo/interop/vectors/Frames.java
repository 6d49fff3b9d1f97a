package io.ergo.interop.vectors;

import io.ergo.interop.vectors.check.Cases;
import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.interop.vectors.check.Section;
import io.ergo.interop.vectors.edf.Types;
import io.ergo.interop.vectors.enp.EnpFrame;
import io.ergo.interop.vectors.handshake.HandshakeFrame;
import io.ergo.interop.vectors.handshake.Links;
import tools.jackson.databind.JsonNode;

/**
 * {@code frames}: those of the handshake or of ENP, told by their first byte.
 *
 * @param root the file
 * @param types its types
 */
record Frames(Entry root, Types types) implements Section {

    private static final String HANDSHAKE = "57";
    private static final String ENP = "4e";

    @Override
    public void run(JsonNode section, Cases cases) {
        cases.each(section, this::check);
        if (section.isArray() && isHandshake(section.path(0).path("hex").asString(""))) {
            new Links(root).run(cases);
        }
    }

    private void check(Entry frame) {
        frame.only("seq", "link", "direction", "step", "message", "hex", "fields");
        String hex = frame.text("hex");
        if (isHandshake(hex)) {
            new HandshakeFrame(types).check(frame);
        } else if (hex.startsWith(ENP)) {
            new EnpFrame(root, types).check(frame);
        } else {
            throw new Mismatch("the frame is neither one of the handshake nor one of ENP");
        }
    }

    private static boolean isHandshake(String hex) {
        return hex.startsWith(HANDSHAKE);
    }
}
