package io.ergo.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.ergo.ApplicationProfile;
import io.ergo.ApplicationSpec;
import io.ergo.Version;
import io.ergo.spring.ErgoApplication;
import io.ergo.spring.ErgoDefinitions;
import io.ergo.spring.ErgoSetupException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.core.env.Environment;

/**
 * Which applications a context has: the one of the {@link Orphans}, those declared by {@link ErgoApplication}, those
 * that are beans, started in this order. Configuration overrides their settings. Used once, while the context starts.
 */
final class ApplicationPlan {

    private final Orphans orphans;
    private final SupervisionTrees trees;
    private final ListableBeanFactory beans;
    private final Environment environment;
    private final Map<String, ErgoProperties.Application> overrides;
    private final ProcessNames names = new ProcessNames("applications");
    private final Set<String> known = new HashSet<>(Set.of(Orphans.APPLICATION));

    ApplicationPlan(Orphans orphans, SupervisionTrees trees, ListableBeanFactory beans, Environment environment,
            Map<String, ErgoProperties.Application> overrides) {
        this.orphans = orphans;
        this.trees = trees;
        this.beans = beans;
        this.environment = environment;
        this.overrides = overrides;
    }

    ErgoApplications make(ErgoDefinitions definitions) {
        List<ApplicationSpec> specs = new ArrayList<>();
        definitions.applications().entrySet().stream()
                .sorted(Comparator
                        .comparingInt(entry -> OrderUtils.getOrder(entry.getValue(), Ordered.LOWEST_PRECEDENCE)))
                .forEach(entry -> declared(entry.getKey(), entry.getValue()).ifPresent(specs::add));
        beans.getBeanProvider(ApplicationSpec.class).orderedStream().filter(spec -> isEnabled(spec.name()))
                .map(this::programmatic).forEach(specs::add);
        if (isEnabled(Orphans.APPLICATION)) {
            orphans.application().map(this::named).ifPresent(specs::addFirst);
        }
        ProcessNames.warnOfUnknown("ergo.applications", overrides.keySet(), known);
        trees.warnOfUnknown();
        return new ErgoApplications(specs.stream()
                .map(spec -> new ErgoApplications.Planned(overridden(spec), override(spec.name()).autostart()))
                .toList());
    }

    private Optional<ApplicationSpec> declared(String beanName, Class<?> type) {
        ErgoApplication declared = Objects
                .requireNonNull(AnnotatedElementUtils.findMergedAnnotation(type, ErgoApplication.class));
        checkMembers(type, declared);
        String name = text(declared.name());
        if (!isEnabled(name)) {
            trees.reserve(type);
            Arrays.stream(declared.members()).forEach(member -> trees.reserve(member.value()));
            return Optional.empty();
        }
        List<ApplicationSpec.Member> members = trees.isSupervisor(type) ? List.of(trees.member(type, name))
                : Arrays.stream(declared.members()).map(member -> trees.member(member, name)).toList();
        ApplicationSpec spec = ApplicationSpec.of(name, members).withProfile(profile(name, declared))
                .withMode(declared.mode()).withLogLevel(declared.logLevel()).dependingOn(texts(declared.dependsOn()))
                .withCallbacks(callbacks(beanName, type));
        return Optional.of(named(spec));
    }

    private ApplicationProfile profile(String name, ErgoApplication declared) {
        String release = text(declared.version());
        Map<String, String> roles = new LinkedHashMap<>();
        for (String role : texts(declared.map())) {
            String[] parts = role.split("=", 2);
            if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw new ErgoSetupException("The application '" + name + "' has '" + role + "' in its map.",
                        "Write each entry as role=process.");
            }
            roles.put(parts[0].strip(), parts[1].strip());
        }
        return new ApplicationProfile(text(declared.description()),
                release.isEmpty() ? Version.none() : Version.of(name, release), declared.weight(),
                List.of(texts(declared.tags())), roles);
    }

    private String text(String text) {
        return environment.resolveRequiredPlaceholders(text);
    }

    private String[] texts(String[] texts) {
        return Arrays.stream(texts).map(this::text).toArray(String[]::new);
    }

    private ApplicationSpec.Callbacks callbacks(String beanName, Class<?> type) {
        return ApplicationSpec.Callbacks.class.isAssignableFrom(type)
                ? beans.getBean(beanName, ApplicationSpec.Callbacks.class)
                : ApplicationSpec.Callbacks.NONE;
    }

    private void checkMembers(Class<?> type, ErgoApplication declared) {
        boolean members = declared.members().length > 0;
        if (members == trees.isSupervisor(type)) {
            throw new ErgoSetupException(
                    "The application " + type.getName()
                            + (members ? " has members and is a supervisor itself." : " has no members."),
                    "Name its processes with members, or put @ErgoSupervisor on its class, but not both.");
        }
    }

    private ApplicationSpec programmatic(ApplicationSpec spec) {
        spec.group().forEach(member -> trees.names().give(member.name(), "the application '" + spec.name() + "'"));
        return named(spec);
    }

    private ApplicationSpec named(ApplicationSpec spec) {
        names.give(spec.name(), String.join(", ", spec.group().stream().map(ApplicationSpec.Member::name).toList()));
        return spec;
    }

    private boolean isEnabled(String name) {
        known.add(name);
        return override(name).enabled();
    }

    private ApplicationSpec overridden(ApplicationSpec spec) {
        ErgoProperties.Application override = override(spec.name());
        List<String> needed = override.dependsOn();
        return spec.withMode(Objects.requireNonNullElse(override.mode(), spec.mode()))
                .withEnv(laidOver(spec.env(), override.env())).withProfile(overridden(spec.profile(), override))
                .withLogLevel(Objects.requireNonNullElse(override.logLevel(), spec.logLevel()))
                .withDepends(needed == null ? spec.depends()
                        : new ApplicationSpec.Depends(needed, spec.depends().network()));
    }

    private static ApplicationProfile overridden(ApplicationProfile profile, ErgoProperties.Application override) {
        Map<String, String> roles = new LinkedHashMap<>(profile.map());
        roles.putAll(override.map());
        return profile.withWeight(Objects.requireNonNullElse(override.weight(), profile.weight()))
                .withTags(Objects.requireNonNullElse(override.tags(), profile.tags())).withMap(roles);
    }

    /** The names are case-insensitive: one that is given anew takes the place of the declared one. */
    private static Map<String, Object> laidOver(Map<String, Object> declared, Map<String, Object> configured) {
        Map<String, Object> env = new LinkedHashMap<>(declared);
        env.keySet().removeIf(name -> configured.keySet().stream().anyMatch(name::equalsIgnoreCase));
        env.putAll(configured);
        return env;
    }

    private ErgoProperties.Application override(String name) {
        return overrides.getOrDefault(name, ErgoProperties.Application.AS_DECLARED);
    }
}
