package io.ergo;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Variables with names that are case-insensitive and always shown in upper case. A child gets a copy of its spawner's environment, with
 * the options' laid over it; later changes are not seen by others.
 */
public interface Environment {

    /** Returns the value of the variable. */
    Optional<Object> env(String name);

    /** Returns all variables, names in upper case. */
    Map<String, Object> env();

    /** Sets the variable; null removes it. Not allowed (and then ignored) for a process outside of init and its callbacks. */
    void setEnv(String name, @Nullable Object value);
}
