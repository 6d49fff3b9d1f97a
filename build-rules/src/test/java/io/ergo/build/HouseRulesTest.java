package io.ergo.build;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HouseRulesTest {

    private static final String PROVIDED = "time, threads and randomness are taken from a provider";
    private static final String SHAPE = "auto-configurations are public and final, and only their constructors are public";
    private static final String LISTED = "auto-configurations are listed, and nothing else is";
    private static final String ROOMS = "rooms of ergo-core use only the rooms below them";
    private static final String ONE_PUBLIC = "the package io.ergo.engine has exactly one public top-level type";

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void everyRule_moduleWithoutClasses_saysThatThereIsNothingToCheck(House house) {
        assertThat(new Fixture(house, directory).report()).isNotEmpty()
                .allSatisfy((_, said) -> assertThat(said).contains("has nothing yet to hold against"));
    }

    @Test
    void everyRule_goodCore_holds() {
        var report = core().with("@org.jspecify.annotations.NullMarked package io.ergo;")
                .with("@org.jspecify.annotations.NullMarked package io.ergo.engine;")
                .with("@org.jspecify.annotations.NullMarked package io.ergo.engine.dispatch;")
                .with("package io.ergo; /** A pid. */ public record Pid(long id) {}")
                .with("package io.ergo.engine; /// Makes nodes.\npublic final class Nodes { Object p = dispatch(); "
                        + "static Object dispatch() { return new io.ergo.engine.dispatch.Platform(); } }")
                .with("package io.ergo.engine.dispatch; /// Provides.\npublic class Platform { io.ergo.Pid pid; "
                        + "long now() { return new Object() { long t() { return System.nanoTime(); } }.t(); } }")
                .allowing("io.ergo.engine.dispatch.Platform").report();

        assertThat(report).isNotEmpty().allSatisfy((_, said) -> assertThat(said).isEmpty());
    }

    @Test
    void cycles_twoPackages_break() {
        core().with("package io.ergo.engine.a; public class A { io.ergo.engine.b.B b; }")
                .with("package io.ergo.engine.b; public class B { io.ergo.engine.a.A a; }")
                .breaks("packages form no cycles", "io.ergo.engine.a", "io.ergo.engine.b");
    }

    @Test
    void ground_springInCore_breaks() {
        core().with("package io.ergo; class A { org.springframework.core.Ordered[] o; }")
                .breaks("ergo-core stands on the JDK, SLF4J, JSpecify and JCTools alone", "Ordered");
    }

    @Test
    void ground_slf4j_holds() {
        core().with("package io.ergo; class A { org.slf4j.Logger o; }")
                .keeps("ergo-core stands on the JDK, SLF4J, JSpecify and JCTools alone");
    }

    @Test
    void rooms_unknownPackage_breaks() {
        core().with("package io.ergo.util; class A {}").breaks("every package of ergo-core is one of its rooms",
                "io.ergo.util.A");
    }

    @Test
    void rooms_unknownPackageOfTheNetwork_breaks() {
        new Fixture(House.NETWORK, directory).with("package io.ergo.network.util; class A {}")
                .breaks("every package of ergo-network is one of its rooms", "io.ergo.network.util.A");
    }

    @Test
    void rooms_valuesThatKnowFrames_break() {
        new Fixture(House.NETWORK, directory).with("package io.ergo.network.enp; public class Frame {}")
                .with("package io.ergo.network.edf; class A { Object o = new io.ergo.network.enp.Frame(); }")
                .breaks("rooms of ergo-network use only the rooms below them", "io.ergo.network.edf may use only",
                        "Frame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.ergo", "io.ergo.spi", "io.ergo.actor", "io.ergo.meta"})
    void rooms_useOfTheEngine_breaks(String room) {
        core().with("package io.ergo.engine.mailbox; public class Mailbox {}")
                .with("package " + room + "; class A { Object o = new io.ergo.engine.mailbox.Mailbox(); }")
                .breaks(ROOMS, room + " may use only", "Mailbox");
    }

    @Test
    void rooms_contractsUseSpi_break() {
        core().with("package io.ergo.spi; public interface Clock {}")
                .with("package io.ergo; class A { io.ergo.spi.Clock c; }")
                .breaks(ROOMS, "io.ergo may use only nothing of ours");
    }

    @Test
    void rooms_actorUsesMeta_breaks() {
        core().with("package io.ergo.meta; public class Tcp {}")
                .with("package io.ergo.actor; class A extends io.ergo.meta.Tcp {}")
                .breaks(ROOMS, "io.ergo.actor may use only io.ergo, io.ergo.spi");
    }

    @Test
    void engine_twoPublicTypes_break() {
        core().with("package io.ergo.engine; public class A { public static class Inner {} }")
                .with("package io.ergo.engine; public class B {}").breaks(ONE_PUBLIC, "not 2", "engine.A", "engine.B");
    }

    @Test
    void engine_noPublicType_breaks() {
        core().with("package io.ergo.engine; class A {}").breaks(ONE_PUBLIC, "not 0");
    }

    @Test
    void engine_innerPackageUsedElsewhere_breaks() {
        module(House.TEST).with("package io.ergo.test; class A { Object o = new io.ergo.engine.mailbox.Mailbox(); }")
                .with("package io.ergo.engine.mailbox; public class Mailbox {}")
                .breaks("the packages inside the engine are for ergo-core alone", "Mailbox");
    }

    @Test
    void engine_builderUsedElsewhere_holds() {
        module(House.TEST).with("package io.ergo.test; class A { Object o = new io.ergo.engine.Builder(); }")
                .with("package io.ergo.engine; public class Builder {}")
                .keeps("the packages inside the engine are for ergo-core alone");
    }

    @Test
    void providers_directUse_breaks() {
        var expressions = List.of("System.currentTimeMillis()", "System.nanoTime()", "java.time.Instant.now()",
                "java.time.LocalDate.now()", "java.time.Clock.systemUTC()", "new java.util.Date()",
                "new java.util.Timer()", "new Thread(() -> {})", "new Thread() {}", "Thread.ofVirtual()",
                "Thread.ofPlatform()", "Thread.startVirtualThread(() -> {})", "Math.random()",
                "java.util.concurrent.ThreadLocalRandom.current()", "new java.util.Random()",
                "new java.util.SplittableRandom()", "new java.security.SecureRandom()", "java.util.UUID.randomUUID()",
                "java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()",
                "new java.util.concurrent.ScheduledThreadPoolExecutor(1)",
                "java.util.concurrent.ForkJoinPool.commonPool()", "java.util.List.of().parallelStream()",
                "java.util.concurrent.CompletableFuture.runAsync(() -> {})",
                "new java.util.concurrent.CompletableFuture<Object>().thenApplyAsync(x -> x)",
                "new java.util.concurrent.CompletableFuture<Object>().orTimeout(1, java.util.concurrent.TimeUnit.DAYS)",
                "(java.util.function.LongSupplier) System::nanoTime",
                "(java.util.function.Supplier<Object>) java.util.Random::new", "(Runnable) () -> System.nanoTime()",
                "f(() -> Thread.sleep(1))", "f(() -> java.util.concurrent.TimeUnit.DAYS.sleep(1))",
                "f(() -> java.util.Collections.shuffle(null))");

        allOf(expressions).breaks(PROVIDED, names(expressions.size()));
    }

    @Test
    void providers_givenOrHarmless_hold() {
        allOf(List.of("java.time.Instant.now(java.time.Clock.fixed(null, null))", "new java.util.Random(7)",
                "Thread.currentThread()", "java.util.concurrent.CompletableFuture.runAsync(() -> {}, r -> {})",
                "f(() -> java.util.Collections.shuffle(null, null))", "java.time.Duration.ofDays(1)"))
                .keeps(PROVIDED);
    }

    @Test
    void providers_nestedClassOfAnAllowedOne_holds() {
        core().with("package io.ergo; class A { static class B { long t = System.nanoTime(); } }")
                .with("package io.ergo; class C {}").allowing("io.ergo.A").keeps(PROVIDED);
    }

    @Test
    void providers_allowedClassMissing_breaks() {
        core().with("package io.ergo; class A {}").allowing("io.ergo.Gone")
                .breaks("every provider on the allow-list exists", "io.ergo.Gone");
    }

    @Test
    void nullMarked_noPackageInfo_breaks() {
        core().with("package io.ergo; class A {}").breaks("every package has a package-info with @NullMarked",
                "io.ergo (of A)");
    }

    @Test
    void nullMarked_generatedClassWithoutPackageInfo_holds() {
        core().with("package io.ergo; class A {}").with("@org.jspecify.annotations.NullMarked package io.ergo;")
                .with("package io.ergo.jmh_generated; class B {}")
                .keeps("every package has a package-info with @NullMarked");
    }

    @Test
    void nullMarked_packageInfoWithoutIt_breaks() {
        core().with("package io.ergo; class A {}").with("@Deprecated package io.ergo;")
                .breaks("every package has a package-info with @NullMarked", "io.ergo (of A)");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "package io.ergo; public class Naked {}", "package io.ergo; // no\npublic record Naked(int x) {}",
        "package io.ergo; /** A. */ public class A { public enum Naked { X } }",
        "package io.ergo; /** A. */ public interface A { class Naked {} }"})
    void comments_missing_break(String source) {
        core().with(source).breaks("every public type has a documentation comment", "Naked");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "package io.ergo; class A { public class B {} }",
        "package io.ergo; /// Says it.\npublic class A { class B {} }",
        "package io.ergo; /** Says it. */ public class A { void f() { record B(int x) {} } }"})
    void comments_presentOrNotPublic_hold(String source) {
        core().with(source).keeps("every public type has a documentation comment");
    }

    @Test
    void arrows_coreKnowsActuator_breaks() {
        core().with("package io.ergo; class A { io.ergo.actuator.Health h; }")
                .with("package io.ergo.actuator; public class Health {}")
                .breaks("modules know only the modules below them", "ergo-core must not know ergo-actuator");
    }

    @Test
    void arrows_autoconfigureKnowsActuator_holds() {
        module(House.AUTOCONFIGURE).with("package io.ergo.spring; class A { io.ergo.actuator.Health h; }")
                .with("package io.ergo.actuator; public class Health {}")
                .keeps("modules know only the modules below them");
    }

    @Test
    void arrows_classInThePackageOfAnotherModule_breaks() {
        module(House.ACTUATOR).with("package io.ergo; class A {}").breaks(
                "classes live in the packages of their module",
                "io.ergo.A");
    }

    @Test
    void arrows_actuatorUsesAutoConfiguration_breaks() {
        module(House.ACTUATOR)
                .with("package io.ergo.actuator; @org.springframework.boot.autoconfigure.AutoConfiguration class A {}")
                .breaks("modules leave alone the libraries meant for others", "ergo-actuator must not use");
    }

    @Test
    void autoConfiguration_good_holds() {
        assertThat(
                auto("public final class A { @org.springframework.context.annotation.Bean Object o() { return 1; } }")
                        .listing("io.ergo.spring.boot.autoconfigure.A").report())
                .containsEntry(SHAPE, "").containsEntry(LISTED, "")
                .containsEntry("bean methods are package-private", "")
                .containsEntry("nothing is found by component scan", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"final class A {}", "public class A {}", "public final class A { public void f() {} }",
                "public final class A { public int f; }"})
    void autoConfiguration_wrongShape_breaks(String body) {
        auto(body).breaks(SHAPE, "A");
    }

    @Test
    void autoConfiguration_publicNestedClass_breaks() {
        auto("public final class A { public static class B {} }")
                .breaks("nested classes of auto-configurations are not public", "A$B is public");
    }

    @Test
    void autoConfiguration_notListed_breaks() {
        auto("public final class A {}").breaks(LISTED, "lacks [io.ergo.spring.boot.autoconfigure.A]");
    }

    @Test
    void autoConfiguration_listedButGone_breaks() {
        auto("public final class A {}").listing("io.ergo.spring.boot.autoconfigure.A", "io.ergo.Gone")
                .breaks(LISTED, "lacks [] and lists, without need, [io.ergo.Gone]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "protected", "private"})
    void autoConfiguration_visibleBeanMethod_breaks(String visibility) {
        auto("public final class A { static class B { @org.springframework.context.annotation.Bean " + visibility
                + " Object o() { return 1; } } }").breaks("bean methods are package-private", "A$B.o()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"context.annotation.ComponentScan", "boot.autoconfigure.SpringBootApplication"})
    void autoConfiguration_componentScan_breaks(String annotation) {
        module(House.AUTOCONFIGURE).with("package io.ergo.spring; @org.springframework." + annotation + " class A {}")
                .breaks("nothing is found by component scan", "A");
    }

    /// A class `UseN` for each expression.
    private Fixture allOf(List<String> expressions) {
        var fixture = core();
        IntStream.range(0, expressions.size()).forEach(i -> fixture.with("""
                package io.ergo;
                class Use%d {
                    Object o = %s;
                    interface Body { void run() throws Exception; }
                    static Object f(Body body) { return body; }
                }
                """.formatted(i, expressions.get(i))));
        return fixture;
    }

    private static String[] names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "(Use" + i + ".java").toArray(String[]::new);
    }

    private Fixture auto(String type) {
        return module(House.AUTOCONFIGURE).with("package io.ergo.spring.boot.autoconfigure; "
                + "@org.springframework.boot.autoconfigure.AutoConfiguration " + type);
    }

    private Fixture core() {
        return module(House.CORE);
    }

    private Fixture module(House house) {
        return new Fixture(house, directory);
    }
}
