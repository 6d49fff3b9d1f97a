package io.ergo.engine.process;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.ergo.ErgoException;
import io.ergo.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Environment variables: an immutable map with upper-case names, so that a child can share its parent's. */
public final class Variables {

    private static final Variables NONE = new Variables(Map.of());

    private final Map<String, Object> values;

    private Variables(Map<String, Object> values) {
        this.values = values;
    }

    /** Returns no variables. */
    public static Variables none() {
        return NONE;
    }

    /** Returns these variables with others laid over them; of names that differ in case alone the last one counts, which is logged. */
    public Variables with(Map<String, Object> others, Logger log) {
        if (others.isEmpty()) {
            return this;
        }
        Map<String, Object> all = new LinkedHashMap<>(values);
        Map<String, String> given = new HashMap<>();
        others.forEach((name, value) -> {
            String key = key(name);
            all.put(key, value);
            String before = given.put(key, name);
            if (before != null) {
                log.warn("environment variables '{}' and '{}' are the same; what counts is the last one, '{}'", before,
                        name, name);
            }
        });
        return new Variables(Collections.unmodifiableMap(all));
    }

    /** Returns these variables with one set, or removed if the value is null. */
    public Variables with(String name, @Nullable Object value) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        if (value == null) {
            all.remove(key(name));
        } else {
            all.put(key(name), value);
        }
        return all.isEmpty() ? NONE : new Variables(Collections.unmodifiableMap(all));
    }

    /** Returns the value of a variable. */
    public Optional<Object> get(String name) {
        return Optional.ofNullable(values.get(key(name)));
    }

    /** Returns all, names in upper case. */
    public Map<String, Object> all() {
        return values;
    }

    private static String key(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            throw ErgoException.of(Reason.INCORRECT, "the name of an environment variable must not be empty");
        }
        return name.toUpperCase(Locale.ROOT);
    }
}
