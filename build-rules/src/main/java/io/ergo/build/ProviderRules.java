package io.ergo.build;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.properties.HasParameterTypes;

/// Time, threads and randomness come from a provider, so that a whole cluster can run on one thread, in virtual time, from one seed. Only
/// the providers touch the JDK's own.
final class ProviderRules {

    private static final String ANY = "*";
    private static final String NEW = JavaConstructor.CONSTRUCTOR_NAME;

    /// Owner and the members which take time, threads or randomness from nowhere.
    private static final Map<String, Set<String>> FORBIDDEN = Map.ofEntries(
            Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
            Map.entry("java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds",
                    "tickMinutes")),
            Map.entry("java.time.InstantSource", Set.of("system")),
            Map.entry("java.util.Timer", Set.of(NEW)),
            Map.entry("java.util.concurrent.TimeUnit", Set.of("sleep")),
            Map.entry("java.lang.Thread", Set.of(NEW, "ofVirtual", "ofPlatform", "startVirtualThread", "sleep")),
            Map.entry("java.util.concurrent.Executors", Set.of(ANY)),
            Map.entry("java.util.concurrent.ThreadPoolExecutor", Set.of(NEW)),
            Map.entry("java.util.concurrent.ScheduledThreadPoolExecutor", Set.of(NEW)),
            Map.entry("java.util.concurrent.ForkJoinPool", Set.of(NEW, "commonPool")),
            Map.entry("java.util.concurrent.CompletableFuture", Set.of("orTimeout", "completeOnTimeout",
                    "delayedExecutor")),
            Map.entry("java.util.Collection", Set.of("parallelStream")),
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("java.lang.StrictMath", Set.of("random")),
            Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of(ANY)),
            Map.entry("java.util.random.RandomGenerator", Set.of("of", "getDefault")),
            Map.entry("java.security.SecureRandom", Set.of(NEW, "getInstance", "getInstanceStrong")),
            Map.entry("java.util.UUID", Set.of("randomUUID")));

    private ProviderRules() {}

    static List<HouseRule> of(Set<String> providers) {
        return List.of(
                HouseRule.forEach("time, threads and randomness are taken from a provider",
                        type -> MainCode.isWritten(type) && !providers.contains(topLevel(type)),
                        (type, broken) -> type.getAccessesFromSelf().stream().filter(ProviderRules::isForbidden)
                                .forEach(access -> broken.accept(access.getDescription()))),
                new HouseRule("every provider on the allow-list exists", MainCode::isWritten, code -> {
                    var missing = providers.stream().filter(name -> !code.classes().contain(name)).sorted().toList();
                    if (!missing.isEmpty()) {
                        throw new AssertionError(
                                "on the allow-list, but not in " + code.house().module() + ": " + missing);
                    }
                }));
    }

    private static boolean isForbidden(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = access.getTarget().getName();
        return FORBIDDEN.entrySet().stream().filter(entry -> owner.isAssignableTo(entry.getKey()))
                .anyMatch(entry -> entry.getValue().contains(ANY) || entry.getValue().contains(name))
                || (access.getTarget() instanceof HasParameterTypes target && isForbidden(owner, name, target));
    }

    /// What is harmless only with the right argument: `now` with a clock, `…Async` with an executor, randomness with a seed or source.
    private static boolean isForbidden(JavaClass owner, String name, HasParameterTypes target) {
        var parameters = target.getRawParameterTypes();
        return switch (owner.getPackageName()) {
            case "java.time", "java.time.chrono" -> name.equals("now") && !takes(parameters, "java.time.Clock");
            case "java.util.concurrent" ->
                    name.endsWith("Async") && !takes(parameters, "java.util.concurrent.Executor");
            case "java.util" -> switch (owner.getSimpleName()) {
                case "Collections" -> name.equals("shuffle") && parameters.size() == 1;
                case "Date", "Random", "SplittableRandom" -> name.equals(NEW) && parameters.isEmpty();
                default -> false;
            };
            default -> false;
        };
    }

    private static boolean takes(List<JavaClass> parameters, String type) {
        return parameters.stream().anyMatch(parameter -> parameter.getName().equals(type));
    }

    private static String topLevel(JavaClass type) {
        var name = type.getName();
        var nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
