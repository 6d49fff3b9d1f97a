package io.ergo.actuator;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.ergo.ProcessShortInfo;

/**
 * How many messages wait, by behaviour: the behaviours with the most of them have gauges of their own, all others share those tagged
 * {@code other}. Which ones they are is decided anew at each update. One thread at a time updates it.
 */
final class MailboxDepths {

    private final Registration registration;
    private final int maxValues;
    private final Map<String, DepthGauges> shown = new HashMap<>();
    private final DepthGauges other;

    /**
     * How many messages wait for some processes.
     *
     * @param sum in all mailboxes together
     * @param deepest in the fullest one
     */
    record Depth(long sum, long deepest) {

        static final Depth NONE = new Depth(0, 0);

        Depth plus(Depth more) {
            return new Depth(sum + more.sum, Math.max(deepest, more.deepest));
        }
    }

    MailboxDepths(Registration registration, int maxValues) {
        this.registration = registration;
        this.maxValues = maxValues;
        this.other = new DepthGauges(registration, CounterFamily.OTHER);
    }

    void take(List<ProcessShortInfo> processes) {
        Map<String, Depth> depths = byBehavior(processes);
        Set<String> top = new HashSet<>(top(depths));
        shown.entrySet().removeIf(gauges -> !top.contains(gauges.getKey()) && removed(gauges.getValue()));
        Depth rest = Depth.NONE;
        for (Map.Entry<String, Depth> depth : depths.entrySet()) {
            if (top.contains(depth.getKey())) {
                shown.computeIfAbsent(depth.getKey(), behavior -> new DepthGauges(registration, behavior))
                        .show(depth.getValue());
            } else {
                rest = rest.plus(depth.getValue());
            }
        }
        other.show(rest);
    }

    /** Of behaviours that are equally deep those stay that are shown already, so that gauges do not come and go. */
    private List<String> top(Map<String, Depth> depths) {
        Comparator<String> deepestFirst = Comparator
                .comparingLong(behavior -> -depths.getOrDefault(behavior, Depth.NONE).sum());
        return depths.keySet().stream().filter(behavior -> !behavior.equals(CounterFamily.OTHER))
                .sorted(deepestFirst.thenComparing(behavior -> !shown.containsKey(behavior))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(maxValues).toList();
    }

    private static Map<String, Depth> byBehavior(List<ProcessShortInfo> processes) {
        Map<String, Depth> depths = new HashMap<>();
        for (ProcessShortInfo process : processes) {
            depths.merge(process.behavior(), new Depth(process.mailboxDepth(), process.mailboxDepth()), Depth::plus);
        }
        return depths;
    }

    private static boolean removed(DepthGauges gauges) {
        gauges.remove();
        return true;
    }
}
