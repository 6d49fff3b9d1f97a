package io.ergo.sample.fleet;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.StreamSupport;

import io.ergo.spring.ErgoActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Samples how full the fullest disk is.
///
/// Asking a disk blocks, for long if it is on a network. That is fine inside a process: its worker is given to others meanwhile.
@ErgoActor
class DiskProbe extends Probe {

    private static final Logger LOG = LoggerFactory.getLogger(DiskProbe.class);

    private final FileSystem files;
    private final Set<String> ignoredTypes;
    /// The state of a process is the state of its bean: fields without any lock. A restarted probe begins with an empty set.
    private final Set<String> unreadable = new HashSet<>();

    DiskProbe(Machine machine, FileSystem files, FleetProperties properties) {
        super(machine);
        this.files = files;
        this.ignoredTypes = properties.ignoredDiskTypes();
    }

    @Override
    Map<Metric, Double> read() {
        OptionalDouble fullest = StreamSupport.stream(files.getFileStores().spliterator(), false)
                .filter(store -> !store.isReadOnly() && !ignoredTypes.contains(store.type())).mapToDouble(this::used)
                .filter(Double::isFinite).max();
        return fullest.isPresent() ? Map.of(Metric.DISK, fullest.getAsDouble()) : Map.of();
    }

    /// NaN for what has no size, and for a disk we may not look at: that is the machine's setting and no failure of the probe.
    private double used(FileStore store) {
        try {
            return 1 - (double) store.getUsableSpace() / store.getTotalSpace();
        } catch (IOException e) {
            if (unreadable.add(store.toString())) {
                LOG.info("the disk {} is left out, it cannot be read: {}", store, e.toString());
            }
            return Double.NaN;
        }
    }
}
