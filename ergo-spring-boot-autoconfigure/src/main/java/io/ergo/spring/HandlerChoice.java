package io.ergo.spring;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which method handles what: all the rules are here.
 *
 * <ol>
 * <li>the one whose parameter is exactly the class of the message;
 * <li>the one whose parameter is the nearest superclass, {@code Object} excepted;
 * <li>the one whose parameter is an interface of the message; of several the most specific, and if there is no such the
 * choice is a tie;
 * <li>the one whose parameter is {@code Object}, the default.
 * </ol>
 *
 * Ties are errors that name both methods: two methods for one type and ties among the cases of a sealed type when the
 * choice is made, others when the message comes. A decision is made once for each class of messages. Any thread.
 */
final class HandlerChoice {

    private final Map<Class<?>, Handler> byType = new LinkedHashMap<>();
    private final Map<Class<?>, Optional<Handler>> decided = new ConcurrentHashMap<>();

    HandlerChoice(List<Handler> handlers) {
        for (Handler handler : handlers) {
            Handler other = byType.putIfAbsent(handler.type(), handler);
            if (other != null) {
                throw tie(handler.type(), other, handler);
            }
        }
    }

    /** Returns the handler for messages of the class, empty if there is none. */
    Optional<Handler> of(Class<?> message) {
        Optional<Handler> known = decided.get(message);
        return known != null ? known : decided.computeIfAbsent(message, this::decide);
    }

    boolean isEmpty() {
        return byType.isEmpty();
    }

    private Optional<Handler> decide(Class<?> message) {
        for (Class<?> type = message; type != null && type != Object.class; type = type.getSuperclass()) {
            Handler handler = byType.get(type);
            if (handler != null) {
                return Optional.of(handler);
            }
        }
        return byInterface(message).or(() -> Optional.ofNullable(byType.get(Object.class)));
    }

    private Optional<Handler> byInterface(Class<?> message) {
        List<Handler> matching = byType.values().stream()
                .filter(handler -> handler.type().isInterface() && handler.type().isAssignableFrom(message)).toList();
        List<Handler> nearest = matching.stream().filter(handler -> matching.stream()
                .noneMatch(other -> other.type() != handler.type() && handler.type().isAssignableFrom(other.type())))
                .toList();
        if (nearest.size() > 1) {
            throw tie(message, nearest.get(0), nearest.get(1));
        }
        return nearest.stream().findFirst();
    }

    private static ErgoSetupException tie(Class<?> message, Handler one, Handler other) {
        boolean sameType = one.type().equals(other.type());
        return new ErgoSetupException(
                "Both " + one + " and " + other + " handle " + message.getName()
                        + (sameType ? "." : ", and neither is nearer than the other."),
                sameType ? "Remove one of the two methods."
                        : "Add a method that takes exactly " + message.getSimpleName() + ", or remove one of the two.");
    }

    /**
     * Checks the promise that a parameter of a sealed type makes. A method for a sealed type takes all of its cases.
     * Methods for single cases must together take all cases of that sealed type, as messages or as requests; the
     * methods for {@code Object} count. A case of several sealed types asks for one of them only, and types of the JDK
     * and of the runtime promise nothing.
     */
    static void checkSealed(HandlerChoice messages, HandlerChoice requests) {
        Predicate<Class<?>> unhandled = type -> messages.of(type).isEmpty() && requests.of(type).isEmpty();
        for (HandlerChoice choice : List.of(messages, requests)) {
            for (Handler handler : choice.byType.values()) {
                if (handler.type().isSealed()) {
                    cases(handler.type()).forEach(choice::of); // throws if there is a tie
                } else {
                    checkFamilies(handler, unhandled);
                }
            }
        }
    }

    private static void checkFamilies(Handler handler, Predicate<Class<?>> unhandled) {
        List<Class<?>> families = sealedParents(handler.type());
        List<List<Class<?>>> missing = families.stream().map(family -> cases(family).filter(unhandled).toList())
                .toList();
        if (!missing.isEmpty() && missing.stream().noneMatch(List::isEmpty)) {
            throw incomplete(handler, families.getFirst(), missing.getFirst());
        }
    }

    private static ErgoSetupException incomplete(Handler handler, Class<?> family, List<Class<?>> missing) {
        return new ErgoSetupException(
                handler + " handles a case of the sealed type " + family.getName() + ", but nothing handles "
                        + String.join(", ", missing.stream().map(Class::getSimpleName).toList()) + ".",
                "Add methods for the missing cases, or one with a parameter of type " + family.getSimpleName()
                        + " or Object that takes the rest.");
    }

    private static List<Class<?>> sealedParents(Class<?> type) {
        List<Class<?>> parents = new ArrayList<>(List.of(type.getInterfaces()));
        if (type.getSuperclass() != null) {
            parents.add(type.getSuperclass());
        }
        return parents.stream().filter(Class::isSealed).filter(HandlerChoice::isOfTheApplication).toList();
    }

    /** A string is a case of a sealed type of the JDK, which promises nothing. */
    private static boolean isOfTheApplication(Class<?> type) {
        return !type.getPackageName().equals("io.ergo") && !type.getPackageName().startsWith("java.");
    }

    private static Stream<Class<?>> cases(Class<?> type) {
        if (!type.isSealed()) {
            return Stream.of(type);
        }
        Stream<Class<?>> below = Stream.of(type.getPermittedSubclasses()).flatMap(HandlerChoice::cases);
        boolean isCaseItself = !type.isInterface() && !Modifier.isAbstract(type.getModifiers());
        return isCaseItself ? Stream.concat(Stream.of(type), below) : below;
    }
}
