package io.ergo.build;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;

/// The rooms of one module and the arrows between them.
///
/// @param house the module
/// @param hall the one room that does not own the packages below it
/// @param below each room and the other rooms it may use
record Rooms(House house, String hall, Map<String, Set<String>> below) {

    HouseRule everyPackageIsARoom() {
        return HouseRule.forEach("every package of " + house.module() + " is one of its rooms", MainCode::isWritten,
                this::isInARoom);
    }

    HouseRule roomsUseOnlyThoseBelow() {
        return HouseRule.forEach("rooms of " + house.module() + " use only the rooms below them", MainCode::isWritten,
                this::arrows);
    }

    private void isInARoom(JavaClass type, Consumer<String> broken) {
        if (room(type.getPackageName()).isEmpty()) {
            broken.accept(type.getName() + " is in none of the rooms " + sorted(below.keySet()));
        }
    }

    private void arrows(JavaClass type, Consumer<String> broken) {
        room(type.getPackageName()).ifPresent(from -> ArrowRules.uses(type)
                .filter(use -> room(ArrowRules.packageOf(use)).stream()
                        .anyMatch(to -> !to.equals(from) && !below(from).contains(to)))
                .forEach(use -> broken.accept(
                        from + " may use only " + sorted(below(from)) + ": " + use.getDescription())));
    }

    /// Returns the innermost room of a package.
    private Optional<String> room(String packageName) {
        return below.keySet().stream()
                .filter(room -> room.equals(hall) ? packageName.equals(room) : House.isIn(packageName, room))
                .max(Comparator.comparingInt(String::length));
    }

    private Set<String> below(String room) {
        return below.getOrDefault(room, Set.of());
    }

    private static String sorted(Set<String> rooms) {
        return rooms.isEmpty() ? "nothing of ours" : rooms.stream().sorted().collect(Collectors.joining(", "));
    }
}
