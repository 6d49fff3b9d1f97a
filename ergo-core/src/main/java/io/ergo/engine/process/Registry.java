package io.ergo.engine.process;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.ergo.Alias;
import org.jspecify.annotations.Nullable;

/** The names and aliases of a node and their owners. Any thread. */
final class Registry {

    private final ConcurrentMap<String, LocalProcess> names = new ConcurrentHashMap<>();
    private final ConcurrentMap<Alias, LocalProcess> aliases = new ConcurrentHashMap<>();

    @Nullable LocalProcess owner(String name) {
        return names.get(name);
    }

    @Nullable LocalProcess owner(Alias alias) {
        return aliases.get(alias);
    }

    /** Returns false if the name is taken. */
    boolean claim(String name, LocalProcess owner) {
        return names.putIfAbsent(name, owner) == null;
    }

    void free(String name, LocalProcess owner) {
        names.remove(name, owner);
    }

    void add(Alias alias, LocalProcess owner) {
        aliases.put(alias, owner);
    }

    void free(Alias alias) {
        aliases.remove(alias);
    }

    int names() {
        return names.size();
    }

    int aliases() {
        return aliases.size();
    }

    List<String> nameList() {
        return names.keySet().stream().sorted().toList();
    }

    List<String> aliasList() {
        return aliases.keySet().stream().map(Alias::toString).sorted().toList();
    }
}
