package io.ergo.benchmarks.edf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.ergo.Pid;
import io.ergo.ProcessId;

/** What is encoded and decoded: the data of Ergo's own benchmark of its formats, the same in all of them. */
public enum Shape {

    /** A text. */
    STRING("Ergo Framework"),
    /** A map of two records. */
    MAP(ordered("first", new Item("Item 1", 1), "second", new Item("Item 2", 2))),
    /** A record with a list, a map and identifiers. */
    COMPLEX(new Complex("test", 123, List.of("tag1", "tag2"), ordered("key1", "value1", "key2", "value2"),
            new Pid("node1", 1, 1), new ProcessId("process1", "node1"))),
    /** A record with one of the former, and a map of two more. */
    NESTED(new Nested("nested_test", 456,
            new Complex("complex", 789, List.of("tag1", "tag2"), one("key", "value"), new Pid("node1", 2, 2),
                    new ProcessId("process2", "node1")),
            ordered("first", part("part1", 100), "second", part("part2", 200)),
            ordered("label1", "value1", "label2", "value2")));

    private final Object value;

    Shape(Object value) {
        this.value = value;
    }

    /** Returns the value, as an application would hold it: records, lists and maps. */
    public Object value() {
        return value;
    }

    /** Returns the name on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Complex part(String name, long id) {
        return new Complex(name, id, List.of("tag"), one("key", "value"), new Pid("node1", id, 1),
                new ProcessId(name, "node1"));
    }

    private static <V> Map<String, V> one(String key, V value) {
        Map<String, V> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }

    /** The order of the entries is the order of the bytes. */
    private static <V> Map<String, V> ordered(String firstKey, V first, String secondKey, V second) {
        Map<String, V> map = one(firstKey, first);
        map.put(secondKey, second);
        return map;
    }
}
