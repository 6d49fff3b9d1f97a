package io.ergo.spring.boot.autoconfigure;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.ergo.spring.ErgoSetupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The names that the declarations of one context give; each may be given once. Used while they are read, by one thread.
 */
final class ProcessNames {

    private static final Logger LOG = LoggerFactory.getLogger("io.ergo.spring");

    private final String kind;
    private final Map<String, String> givenBy = new HashMap<>();

    /**
     * Creates an empty one.
     *
     * @param kind what is named, in the plural
     */
    ProcessNames(String kind) {
        this.kind = kind;
    }

    /** Notes that somebody gives a name. */
    void give(String name, String by) {
        String other = givenBy.putIfAbsent(name, by);
        if (other != null) {
            throw new ErgoSetupException(
                    "Two " + kind + " are named '" + name + "': that of " + other + " and that of " + by + ".",
                    "Give one of the two another name.");
        }
    }

    /**
     * Warns of configuration for what does not exist. It is no error: a test may use a part of an application with all
     * of its configuration.
     */
    static void warnOfUnknown(String key, Collection<String> configured, Set<String> known) {
        for (String name : configured) {
            if (!known.contains(name)) {
                LOG.warn("{}.{} configures nothing: known are {}. Write a name with dots as \"[name.with.dots]\".", key,
                        name,
                        new TreeSet<>(known));
            }
        }
    }
}
