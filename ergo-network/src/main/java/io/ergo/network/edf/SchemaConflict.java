package io.ergo.network.edf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What keeps two sides from understanding each other though they use one name. */
final class SchemaConflict {

    private SchemaConflict() {}

    static Optional<String> between(EdfRegistry here, EdfRegistry there, String name) {
        Set<String> seen = new HashSet<>(Set.of(name));
        Deque<String> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            String each = next.remove();
            Optional<Schema> mine = here.schema(each);
            Optional<Schema> other = there.schema(each);
            if (mine.isEmpty() || other.isEmpty()) {
                return Optional.of(each + " is not registered " + (mine.isEmpty() ? "here" : "there"));
            }
            Optional<String> conflict = between(mine.get(), other.get());
            if (conflict.isPresent()) {
                return conflict;
            }
            mine.get().references().stream().filter(seen::add).forEach(next::add);
        }
        return Optional.empty();
    }

    static Optional<String> between(Schema here, Schema there) {
        if (!here.name().equals(there.name())) {
            return Optional.of("the names differ: " + here.name() + " here, " + there.name() + " there");
        }
        return switch (here) {
            case Schema.Struct mine when there instanceof Schema.Struct other -> fields(mine, other);
            case Schema.Named mine when there instanceof Schema.Named other -> mine.base().equals(other.base())
                    ? Optional.empty()
                    : Optional.of(here.name() + " is " + mine.base() + " here and " + other.base() + " there");
            case Schema.Opaque _ when there instanceof Schema.Opaque -> Optional.empty();
            default -> Optional.of("one is '" + here + "' here and '" + there + "' there");
        };
    }

    /** Their names are not on the wire and may differ. */
    private static Optional<String> fields(Schema.Struct here, Schema.Struct there) {
        List<Schema.Field> mine = here.fields();
        List<Schema.Field> others = there.fields();
        int common = Math.min(mine.size(), others.size());
        for (int i = 0; i < common; i++) {
            if (!mine.get(i).type().equals(others.get(i).type())) {
                return Optional.of("field " + (i + 1) + " of " + here.name() + " is '" + mine.get(i) + "' here and '"
                        + others.get(i) + "' there");
            }
        }
        if (mine.size() == others.size()) {
            return Optional.empty();
        }
        boolean fewer = mine.size() < others.size();
        return Optional.of(here.name() + " has " + mine.size() + " fields here and " + others.size() + " there; '"
                + (fewer ? others : mine).get(common) + "' is missing " + (fewer ? "here" : "there"));
    }
}
