package io.ergo.network.edf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Inputs that make as much as they can of few bytes, each under a name. Types in them are those of {@link EdfBoundsTest}. */
final class WorstInputs {

    private static final int SIZE = 256 * 1024;
    private static final HexFormat HEX = HexFormat.of();
    private static final String ANY = "84";
    private static final String NIL = "ff";

    private final Map<String, byte[]> all = new LinkedHashMap<>();

    static Map<String, byte[]> all() {
        WorstInputs inputs = new WorstInputs();
        inputs.scalars();
        inputs.composites();
        inputs.types();
        inputs.maps();
        inputs.deep();
        inputs.twice();
        inputs.announcements();
        return inputs.all;
    }

    private void scalars() {
        slice("bools", "91", "01");
        slice("uint8", "97", "05");
        slice("int64", "95", "00".repeat(8));
        slice("nils", ANY, NIL);
        slice("empty strings", "8d", "0000");
        slice("strings of a letter", "8d", "000161");
        slice("strings that are not UTF-8", "8d", "0001ff");
        slice("empty atoms", "8c", "0000");
        slice("empty errors", "9c", "0000");
        slice("errors of a letter", "9c", "000161");
        slice("empty binaries", "8e", "00000000");
        slice("pids", "aa", "0000" + "00".repeat(16));
        slice("process ids", "ab", "00000000");
        slice("times that no moment holds", "af", "0f01ffffffffffffff0000000000ffff");
    }

    private void composites() {
        slice("nil slices", "9d91", NIL);
        slice("empty slices", "9d91", "9d00000000");
        slice("nil maps", "9f9191", NIL);
        slice("maps of one", "9f9184", "9f0000000101ff");
        slice("arrays of one", "9e0000000191", "01");
        slice("arrays in arrays of one", "9e00000001".repeat(4) + "91", "01");
        slice("structs of a bool", type("#a/Flag"), "01");
        slice("structs of a struct of a bool", type("#a/Flags"), "01");
        slice("records of nils", type("#a/Row"), "00".repeat(8) + NIL.repeat(3));
        slice("named bools", type("#a/Named"), "01");
        slice("opaques", type("#a/Opaque"), "00000000");
        slice("structs of nothing", ANY, type("#a/Empty"));
        put("4,096 structs of nothing", "82000c9d" + type("#a/Empty") + "9d00001000");
        put("4,096 arrays of arrays of nothing",
                "8200" + "3d" + "9e00001000" + "9e00000001".repeat(10) + "9e0000000091");
    }

    private void types() {
        slice("folded bools", ANY, "820001919101");
        slice("folded nil slices", ANY, "8200029d91ff");
        slice("deep types", ANY, "820050" + "9d".repeat(79) + "91" + NIL);
        sliceOf("many types", ANY, i -> "820021" + manyTypes(i) + "91" + NIL);
    }

    private void maps() {
        map("uint8", "97", i -> hex(i, 1));
        map("uint16", "98", i -> hex(i, 2));
        map("strings", "8d", i -> "0004" + ascii(Integer.toString(1000 + i % 9000)));
        map("structs of a bool", type("#a/Flag"), i -> "01");
        map("int64 with one hash", "95", i -> hex(i, 4) + hex(i, 4));
        map("ints with one hash", "96", i -> hex(i, 4) + hex(i, 4));
        map("strings with one hash", "8d", i -> "0020" + ascii(oneHash(i)));
        map("atoms with one hash", "8c", i -> "0020" + ascii(oneHash(i)));
        map("structs with one hash", type("#a/Pair"), i -> hex(i, 4) + hex(-31 * i, 4));
        put("a set of pids with one hash",
                type("#a/Pids") + items("9d", i -> "0000" + hex(i, 8) + "00000000" + hex(-31 * i, 4)));
        put("a set of long lists with one hash",
                type("#a/Lists") + items("9d", i -> "9d000000b4" + hex(i, 4) + hex(-31 * i, 4) + "00".repeat(4 * 178)));
        put("maps for keys of maps", mapsForKeys("", 5, 0));
        put("structs of maps for keys of maps with one hash", mapsForKeys(type("#a/Holder"), 4, 0));
    }

    /** Eight levels of eight keys each, which differ in their last value alone. */
    private static String mapsForKeys(String holder, int levels, int value) {
        if (levels == 0) {
            return "92" + hex(value, 1);
        }
        StringBuilder map = new StringBuilder(holder).append("8200039f8484").append("9f00000008");
        for (int i = 0; i < 8; i++) {
            map.append(mapsForKeys(holder, levels - 1, i)).append(i < 7 ? NIL : "92" + hex(value, 1));
        }
        return map.toString();
    }

    private void deep() {
        put("100,000 levels", "8200029d849d00000001".repeat(100_000) + NIL);
        sliceOf("98 levels", ANY, i -> "8200029d849d00000001".repeat(98) + NIL);
        put("an error behind 99 levels", "8200029d849d00000001".repeat(99) + "00");
    }

    /** Each level announces all bytes that are left, which the level above has announced already. */
    private void twice() {
        levels("slices of all that is left", 98, "9d", "9d", NIL, 1);
        levels("maps of all that is left", 98, "9f91", "9f", "01" + NIL, 2);
        levels("slices of arrays of all that is left", 49, "9d" + "9e" + hex(SIZE - 1000, 4), "9d", NIL, 0);
        put("any behind any", folded("9d" + ANY) + items("9d", i -> ANY.repeat(1 + i % 90) + NIL));
        put("100,000 times any", ANY.repeat(100_000) + NIL);
        put("100,000 times a folded any", "82000184".repeat(100_000) + NIL);
    }

    /** @param bytes of an item; 0 if there is one at each level */
    private void levels(String name, int count, String type, String mark, String rest, int bytes) {
        StringBuilder levels = new StringBuilder(folded(type.repeat(count) + ANY));
        for (int i = 0; i < count; i++) {
            levels.append(mark).append(hex(bytes == 0 ? 1 : (SIZE - 1000) / bytes, 4));
        }
        put(name, levels.append(rest.repeat(2 * SIZE / rest.length())).toString());
    }

    private void announcements() {
        for (String hex : new String[] {"", "82", "8effffffff", "8e7fffffff", "8e00000000", "8e00000007", "8e00000008",
            "8d7fff", "8200029d969dffffffff", "8200029d969d7fffffff", "8200029d969d00000000", "8200029d969d00000007",
            "8200029d969d00000008", "8200039f8d969fffffffff", "8200069e7fffffff92", "8200069effffffff92",
            "82000b9e7fffffff9e0000000092", "82000b9e7fffffff9effffffff92"}) {
            put("announced: " + hex, hex);
        }
    }

    private void put(String name, String hex) {
        all.put(name, HEX.parseHex(hex));
    }

    private void slice(String name, String type, String item) {
        sliceOf(name, type, i -> item);
    }

    private void sliceOf(String name, String type, IntFunction<String> item) {
        put("a slice of " + name, folded("9d" + type) + items("9d", item));
    }

    /** Each entry has nil as its value. */
    private void map(String name, String key, IntFunction<String> item) {
        put("a map of " + name, folded("9f" + key + ANY) + items("9f", i -> item.apply(i) + NIL));
    }

    private static String folded(String type) {
        return "82" + hex(type.length() / 2, 2) + type;
    }

    private static String items(String mark, IntFunction<String> item) {
        StringBuilder items = new StringBuilder();
        int count = 0;
        while (items.length() < 2 * SIZE) {
            items.append(item.apply(count++));
        }
        return mark + hex(count, 4) + items;
    }

    /** A type of its own for each number, 32 bytes long. */
    private static String manyTypes(int i) {
        ByteBuffer lengths = ByteBuffer.allocate(Integer.BYTES).putInt(i & 0x7fff_ffff);
        return "9e" + HEX.formatHex(lengths.array()) + "9d".repeat(27);
    }

    private static String oneHash(int i) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 16; bit++) {
            text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }

    private static String type(String name) {
        return "83" + hex(name.length(), 2) + ascii(name);
    }

    private static String hex(long value, int bytes) {
        return HEX.toHexDigits(value, 2 * bytes);
    }

    private static String ascii(String text) {
        return HEX.formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
