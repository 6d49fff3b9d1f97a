package io.ergo.interop.vectors.handshake;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.handshake.HandshakeMessage;

/**
 * The texts in the messages of a recorded link.
 *
 * @param conversation all messages
 * @param link the link
 */
record MessageFields(Conversation conversation, long link) {

    /** Returns the text of the field, for which the reference writes other capitals than the record here. */
    String field(String message, Optional<String> direction, String field) {
        HandshakeMessage found = conversation.find(message, link, direction);
        return Arrays.stream(found.getClass().getRecordComponents())
                .filter(component -> component.getName().equalsIgnoreCase(field))
                .map(component -> text(component, found))
                .findFirst().orElseThrow(() -> new Mismatch(message + " has no field " + field));
    }

    private static String text(RecordComponent component, HandshakeMessage message) {
        try {
            return String.valueOf(component.getAccessor().invoke(message));
        } catch (ReflectiveOperationException e) {
            throw new Mismatch("the field " + component.getName() + " cannot be read: " + e);
        }
    }

    String cookie() {
        return conversation.root().text("cookie");
    }
}
