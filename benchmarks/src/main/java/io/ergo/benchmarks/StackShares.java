package io.ergo.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * In which share of the samples a method was executing, by itself and with all it called; what {@code jfr view} does not tell. Not safe for use
 * by several threads.
 */
final class StackShares {

    private static final Set<String> SAMPLES = Set.of("jdk.CPUTimeSample", "jdk.ExecutionSample");

    private final Map<String, Map<String, long[]>> countsByEvent = new HashMap<>();
    private final Map<String, Long> samplesByEvent = new HashMap<>();

    /** Reads the samples of a recording: those of processor time, and those of execution for systems that have no others. */
    static StackShares of(Path recording) throws IOException {
        StackShares shares = new StackShares();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (SAMPLES.contains(event.getEventType().getName())) {
                    shares.add(event.getEventType().getName(), event.getStackTrace());
                }
            }
        }
        return shares;
    }

    private void add(String event, @Nullable RecordedStackTrace trace) {
        if (trace == null) {
            return;
        }
        samplesByEvent.merge(event, 1L, Long::sum);
        Map<String, long[]> counts = countsByEvent.computeIfAbsent(event, name -> new HashMap<>());
        Set<String> seen = new HashSet<>();
        List<RecordedFrame> frames = trace.getFrames();
        for (int depth = 0; depth < frames.size(); depth++) {
            String method = name(frames.get(depth).getMethod());
            long[] count = counts.computeIfAbsent(method, name -> new long[2]);
            count[0] += depth == 0 ? 1 : 0;
            count[1] += seen.add(method) ? 1 : 0;
        }
    }

    /** Returns the methods with the greatest shares, from the kind of samples there are more of. */
    String table(int rows) {
        String event = samplesByEvent.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .orElse("");
        Map<String, long[]> counts = countsByEvent.getOrDefault(event, Map.of());
        double all = samplesByEvent.getOrDefault(event, 1L);
        Table table = new Table(List.of("method, " + (long) all + " samples of " + event, "own %", "with callees %"));
        Comparator<Map.Entry<String, long[]>> byTotal = Comparator.comparingLong(each -> -each.getValue()[1]);
        counts.entrySet().stream().sorted(byTotal).limit(rows).forEach(each -> table.add(List.of(each.getKey(),
                Texts.number(100 * each.getValue()[0] / all), Texts.number(100 * each.getValue()[1] / all))));
        return table.toString();
    }

    private static String name(RecordedMethod method) {
        return method.getType().getName() + "." + method.getName();
    }
}
