package io.ergo.interop.vectors;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.handshake.Announced;
import io.ergo.network.edf.Schema;
import io.ergo.network.framework.Release;

/** The types of the framework itself, which files of frames do not describe. */
final class Framework {

    private Framework() {}

    /**
     * Returns them as the release has them that shows in what the nodes announced, in the caches of the file or in its handshakes; if nothing shows,
     * as the one the format of the files comes from.
     */
    static List<Schema> types(Entry root) {
        Announced handshakes = Announced.in(root);
        Set<String> announced = new HashSet<>(handshakes.types());
        root.find("caches").ifPresent(caches -> caches.node().propertyNames()
                .forEach(direction -> announced.addAll(caches.entry(direction).texts("reg_cache").values())));
        return Release.of(announced, handshakes.flags(), Release.V3_1).schemas();
    }
}
