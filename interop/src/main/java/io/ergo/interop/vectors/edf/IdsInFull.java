package io.ergo.interop.vectors.edf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.ergo.Reason;

/**
 * Texts that a recorded value may have in full in one place and as an id in another: errors, of which there can be several with one text, and the
 * atoms whose ids the reader knows and the writer here does without.
 */
final class IdsInFull {

    /** Errors that the writer here has as ids. */
    private final Map<Integer, byte[]> errors = new HashMap<>();
    /** Atoms that it has in full. */
    private final Map<Integer, byte[]> atoms = new HashMap<>();

    IdsInFull(Tables tables) {
        for (Map.Entry<Integer, Reason> each : tables.decode().errors().entrySet()) {
            errors.put(each.getKey(), inFull(each.getValue().text()));
        }
        tables.decode().atoms().forEach((id, atom) -> {
            if (!tables.encode().atoms().containsKey(atom)) {
                atoms.put(id, inFull(atom));
            }
        });
    }

    private static byte[] inFull(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[Short.BYTES + bytes.length];
        all[0] = (byte) (bytes.length >> Byte.SIZE);
        all[1] = (byte) bytes.length;
        System.arraycopy(bytes, 0, all, Short.BYTES, bytes.length);
        return all;
    }

    /** Returns whether both are the same but for such texts. An id and a length differ in their first byte, so such a place begins where the bytes differ. */
    boolean isAllThatDiffers(byte[] written, byte[] recorded) {
        Place place = new Place(0, 0);
        while (place.written() < written.length && place.recorded() < recorded.length) {
            if (written[place.written()] == recorded[place.recorded()]) {
                place = new Place(place.written() + 1, place.recorded() + 1);
                continue;
            }
            Optional<Place> behind = behindText(written, recorded, place);
            if (behind.isEmpty()) {
                return false;
            }
            place = behind.get();
        }
        return place.written() == written.length && place.recorded() == recorded.length;
    }

    private Optional<Place> behindText(byte[] written, byte[] recorded, Place at) {
        byte[] error = errors.get(id(written, at.written()));
        if (error != null && stands(error, recorded, at.recorded())) {
            return Optional.of(new Place(at.written() + Short.BYTES, at.recorded() + error.length));
        }
        byte[] atom = atoms.get(id(recorded, at.recorded()));
        if (atom != null && stands(atom, written, at.written())) {
            return Optional.of(new Place(at.written() + atom.length, at.recorded() + Short.BYTES));
        }
        return Optional.empty();
    }

    private static int id(byte[] bytes, int at) {
        return at + 1 < bytes.length ? (bytes[at] & 0xff) << Byte.SIZE | (bytes[at + 1] & 0xff) : -1;
    }

    private static boolean stands(byte[] text, byte[] bytes, int at) {
        return at + text.length <= bytes.length && Arrays.equals(text, 0, text.length, bytes, at, at + text.length);
    }

    /**
     * How far two arrays were compared.
     *
     * @param written in what was written here
     * @param recorded in what was recorded
     */
    private record Place(int written, int recorded) {}
}
