package io.ergo.network.edf;

import java.nio.charset.StandardCharsets;

/** What a name of a registered type must look like: {@code #example.com/shop/Order}, type arguments included. */
final class TypeNames {

    static final int MOST_BYTES = 4095;

    private TypeNames() {}

    static String check(String name) {
        int slash = name.lastIndexOf('/', name.indexOf('[') < 0 ? name.length() : name.indexOf('['));
        if (!name.startsWith("#") || slash < 2 || slash == name.length() - 1) {
            throw new IllegalArgumentException(
                    "the wire name '" + name + "' must be #package/Name, for example #example.com/shop/Order");
        }
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "the wire name " + name.substring(0, 40) + "… has " + bytes + " bytes but may have " + MOST_BYTES);
        }
        return name;
    }
}
