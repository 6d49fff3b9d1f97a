package io.ergo.network.edf;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is allocated when the codecs are compiled: nothing to write, and the result to read. */
class AllocationTest {

    private static final int OPERATIONS = 2_000;
    /** The JIT takes its time, the more the busier the machine is. */
    private static final int MOST_BATCHES = 3_000;

    @EdfType("#t/alloc/Item")
    record Item(String name, long id) {}

    @EdfType("#t/alloc/Complex")
    record Complex(String name, long id, List<String> tags, Map<String, String> metadata, Pid pid,
            ProcessId processId) {}

    @EdfType("#t/alloc/Nested")
    record Nested(Complex complex, Map<String, Complex> parts, int[] numbers, ByteBuffer buffer, Duration duration,
            Instant instant, Object any) {}

    static Stream<Arguments> values() {
        Map<String, String> linked = new LinkedHashMap<>(Map.of("key1", "value1", "key2", "wört"));
        return Stream.of(
                Arguments.of("string", "Ergo Framework"),
                Arguments.of("pid", new Pid("node1", 1, 1)),
                Arguments.of("reason", Reason.of("disk full")),
                Arguments.of("generic map", EdfMap.of(Scalar.STRING, Scalar.STRING, linked)),
                Arguments.of("Map.of", complex(List.of("a", "b"), Map.of("k", "v", "l", "w"))),
                Arguments.of("Map.of one", complex(List.of(), Map.of("k", "v"))),
                Arguments.of("HashMap", complex(new ArrayList<>(List.of("a", "b")), new HashMap<>(linked))),
                Arguments.of("LinkedHashMap", complex(List.of("a", "b", "c"), linked)),
                Arguments.of("TreeMap", complex(List.of("a"), new TreeMap<>(linked))),
                Arguments.of("unmodifiable", complex(List.of("a"), Collections.unmodifiableMap(linked))),
                Arguments.of("nested", new Nested(complex(List.of("a"), Map.of("k", "v")),
                        Map.of("x", complex(List.of("b"), linked), "y", complex(List.of("c"), new HashMap<>(linked))),
                        new int[] {1, 2, 3}, ByteBuffer.wrap(new byte[] {1, 2}), Duration.ofSeconds(1),
                        Instant.EPOCH, new Item("i", 7))));
    }

    private static Complex complex(List<String> tags, Map<String, String> metadata) {
        return new Complex("test", 123, tags, metadata, new Pid("node1", 1, 1), new ProcessId("process1", "node1"));
    }

    private final EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());

    AllocationTest() {
        registry.register(Item.class);
        registry.register(Nested.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void value_written_allocatesNothing(String name, Object value) {
        EdfWriter out = registry.writer(EncodeTables.none());

        assertThat(leastBytes(() -> {
            out.reset();
            out.putMessage(value);
        })).as(name).isZero();
    }

    @Test
    void valueThatWasRead_writtenAgain_allocatesNothing() {
        EdfWriter out = registry.writer(EncodeTables.none());
        byte[] bytes = bytes(complex(List.of("a", "b"), Map.of("k", "v", "l", "w")));
        Object read = read(registry.reader(DecodeTables.none()), bytes);

        assertThat(leastBytes(() -> {
            out.reset();
            out.putMessage(read);
        })).isZero();
    }

    @Test
    void values_withIds_allocateNothing() {
        EdfWriter out = registry.writer(new EncodeTables(Map.of("node1", 300), Map.of("#t/alloc/Item", 5000),
                Map.of(Reason.TIMEOUT, 40_000), Map.of()));
        Item item = new Item("i", 7);
        Pid pid = new Pid("node1", 1, 1);

        assertThat(leastBytes(() -> {
            out.reset();
            out.putMessage(item);
            out.putMessage(pid);
            out.putMessage(Reason.TIMEOUT);
        })).isZero();
    }

    @Test
    void keysThatMayBeAnything_writing_allocatesNothing() {
        EdfWriter out = registry.writer(EncodeTables.none());
        Map<Object, Object> map = Map.of(7L, true, new Item("i", 7), true, "text", true);

        assertThat(leastBytes(() -> {
            out.reset();
            out.putMessage(map);
        })).isZero();
    }

    @Test
    void record_read_allocatesItselfAlone() {
        byte[] bytes = bytes(new Item("abcdefgh", 7));
        EdfReader in = registry.reader(DecodeTables.none());

        assertThat(leastBytes(() -> read(in, bytes))).as("a record, a string and its bytes")
                .isLessThanOrEqualTo(24 + 24 + 24);
    }

    @Test
    void pid_read_allocatesNoNameOfANodeItMet() {
        byte[] bytes = bytes(new Pid("node1@host", 1, 1));
        EdfReader in = registry.reader(DecodeTables.none());

        assertThat(leastBytes(() -> read(in, bytes))).as("a pid").isLessThanOrEqualTo(32);
    }

    private byte[] bytes(Object value) {
        EdfWriter out = registry.writer(EncodeTables.none());
        out.putMessage(value);
        return out.toBytes();
    }

    private static Object read(EdfReader in, byte[] bytes) {
        in.reset(bytes, 0, bytes.length);
        return in.getAny();
    }

    /** Returns what one operation allocates, in the best of many batches: not a byte in a whole batch is none, a part of one counts as one. */
    private static long leastBytes(Runnable operation) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < MOST_BATCHES && least > 0; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int j = 0; j < OPERATIONS; j++) {
                operation.run();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return Math.ceilDiv(least, OPERATIONS);
    }
}
