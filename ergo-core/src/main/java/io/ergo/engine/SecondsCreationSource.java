package io.ergo.engine;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.ergo.spi.CreationSource;

/**
 * The later of now and one more than last time, for each node name: a node restarted within a second must not reuse pids. Shared by all nodes
 * of a JVM, therefore held in a static of {@link NodeBuilder}, the only one the runtime has.
 */
final class SecondsCreationSource implements CreationSource {

    private final ConcurrentMap<String, Long> last = new ConcurrentHashMap<>();

    @Override
    public long next(String nodeName, long nowSeconds) {
        return last.merge(nodeName, nowSeconds, (before, now) -> Math.max(now, before + 1));
    }
}
