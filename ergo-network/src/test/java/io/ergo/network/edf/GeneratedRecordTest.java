package io.ergo.network.edf;

import java.lang.constant.ConstantDescs;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where generated codecs are made, and what happens where they cannot be. */
class GeneratedRecordTest {

    private static final String NAME = "#t/Made";

    private final EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());

    @EdfType("#t/Secret")
    private record Secret(int number, String text) {}

    @EdfType("#t/Thrower")
    record Thrower(int first, int second, String text) {

        @Override
        public int second() {
            if (second < 0) {
                throw new IllegalStateException("no second");
            }
            return second;
        }

        @Override
        public String text() {
            if (text.isEmpty()) {
                throw new IllegalStateException("no text");
            }
            return text;
        }
    }

    @Test
    void privateRecord_registered_isGenerated() {
        registry.register(Secret.class);

        assertThat(registry.isGenerated("#t/Secret")).isTrue();
        assertThat(roundTrip(registry, new Secret(7, "x"))).isEqualTo(new Secret(7, "x"));
    }

    @Test
    void recordsOfOneName_fromTwoClassLoaders_areGeneratedEach() throws Exception {
        MadeRecord made = made("example.Made", NAME);
        Object one = instance(new Loader(made).loadClass("example.Made"), 1, "a");
        Object two = instance(new Loader(made).loadClass("example.Made"), 2, "b");
        EdfRegistry others = new EdfRegistry(EdfLimits.defaults());
        registry.register(one.getClass());
        others.register(two.getClass());

        assertThat(one.getClass()).isNotEqualTo(two.getClass());
        assertThat(registry.isGenerated(NAME) && others.isGenerated(NAME)).isTrue();
        assertThat(roundTrip(registry, one)).isEqualTo(one);
        assertThat(roundTrip(others, two)).isEqualTo(two);
        assertThatThrownBy(() -> roundTrip(registry, two)).isInstanceOf(EdfException.class)
                .hasMessageContaining("is not registered");
    }

    @Test
    void recordOfALoader_thatDoesNotSeeThisPackage_isGenerated() throws Exception {
        MadeRecord made = made("example.Made", null);
        Object value = instance(new Loader(made, ClassLoader.getPlatformClassLoader()).loadClass("example.Made"), 1,
                "a");
        registry.register(NAME, value.getClass());

        assertThat(registry.isGenerated(NAME)).isTrue();
        assertThat(roundTrip(registry, value)).isEqualTo(value);
    }

    @Test
    void publicRecord_inAnExportedPackageThatIsNotOpen_isGenerated() throws Exception {
        Object value = instance(inModule(Set.of("example")), 1, "a");
        registry.register(NAME, value.getClass());

        assertThat(value.getClass().getModule().isOpen("example", getClass().getModule())).isFalse();
        assertThat(registry.isGenerated(NAME)).isTrue();
        assertThat(roundTrip(registry, value)).isEqualTo(value);
    }

    @Test
    void record_inAPackageThatIsNotExported_isRefusedWithTheWayOut() throws Exception {
        Class<?> closed = inModule(Set.of());

        assertThatThrownBy(() -> registry.register(NAME, closed)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("example.Made is closed to reflection: open its package to io.ergo.network");
    }

    @ParameterizedTest
    @ValueSource(classes = {UnsupportedOperationException.class, NoClassDefFoundError.class, Error.class})
    void virtualMachine_withoutHiddenClasses_goesFromComponentToComponent(Class<? extends Throwable> refusal) {
        RecordCompiler compiler = new RecordCompiler(EdfCodecs.GENERATED, (_, _, _) -> {
            throw sneaky(refusal);
        });
        EdfRegistry interpreting = new EdfRegistry(EdfLimits.defaults(), compiler);
        interpreting.register(Secret.class);

        assertThat(interpreting.isGenerated("#t/Secret")).isFalse();
        assertThat(roundTrip(interpreting, new Secret(7, "x"))).isEqualTo(new Secret(7, "x"));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Class<? extends Throwable> type) throws T {
        try {
            throw (T) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void record_tooLongToBeCompiled_goesFromComponentToComponent() throws Exception {
        List<MadeRecord.Component> many = IntStream.range(0, 240)
                .mapToObj(i -> new MadeRecord.Component("c" + i, ConstantDescs.CD_int, "I", null, false)).toList();
        registry.register(NAME, new Loader(new MadeRecord("example.Made", null, many)).loadClass("example.Made"));
        registry.register("#t/Few",
                new Loader(new MadeRecord("example.Few", null, many.subList(0, 60))).loadClass("example.Few"));

        assertThat(registry.isGenerated(NAME)).isFalse();
        assertThat(registry.isGenerated("#t/Few")).isTrue();
    }

    @Test
    void virtualMachine_thatFindsTheClassWrong_isNotHushed() {
        EdfRegistry wrong = new EdfRegistry(EdfLimits.defaults(), new RecordCompiler(EdfCodecs.GENERATED, (_, _, _) -> {
            throw new VerifyError("wrong");
        }));

        assertThatThrownBy(() -> wrong.register(Secret.class)).isInstanceOf(VerifyError.class);
    }

    @Test
    void registry_thatWantsNone_generatesNone() {
        EdfRegistry interpreting = new EdfRegistry(EdfLimits.defaults(), EdfCodecs.INTERPRETIVE);
        interpreting.register(Secret.class);

        assertThat(interpreting.isGenerated("#t/Secret")).isFalse();
    }

    @Test
    void accessor_thatThrows_isTheEncodersOwnException() {
        registry.register(Thrower.class);

        assertThatThrownBy(() -> roundTrip(registry, new Thrower(1, -1, "a"))).isInstanceOf(EdfException.class)
                .hasMessageContaining("an accessor of " + Thrower.class.getName()).hasMessageContaining("no second");
        assertThatThrownBy(() -> roundTrip(registry, new Thrower(1, 1, ""))).isInstanceOf(EdfException.class)
                .hasMessageContaining("an accessor of " + Thrower.class.getName()).hasMessageContaining("no text");
    }

    @Test
    void bytes_thatEndInARunOfNumbers_areRefusedAtTheField() {
        registry.register(Thrower.class);
        EdfReader in = registry.reader(DecodeTables.none());
        byte[] bytes = bytes(registry, new Thrower(1, 2, "a"));

        in.reset(bytes, 0, bytes.length - 5);
        assertThatThrownBy(in::getAny).isInstanceOf(EdfException.class)
                .hasMessage("the data ends: 4 bytes are expected, 2 are left in #t/Thrower.second at offset "
                        + (bytes.length - 7));
    }

    private static MadeRecord made(String name, String wireName) {
        return new MadeRecord(name, wireName, List.of(
                new MadeRecord.Component("number", ConstantDescs.CD_int, "I", null, false),
                new MadeRecord.Component("text", ConstantDescs.CD_String, "Ljava/lang/String;", null, false)));
    }

    private static Object instance(Class<?> type, int number, String text) throws ReflectiveOperationException {
        return type.getConstructor(int.class, String.class).newInstance(number, text);
    }

    private static Class<?> inModule(Set<String> exported) throws ClassNotFoundException {
        ModuleDescriptor.Builder descriptor = ModuleDescriptor.newModule("example").packages(Set.of("example"));
        exported.forEach(descriptor::exports);
        Loader loader = new Loader(made("example.Made", null));
        ModuleFinder finder = new OneModule(descriptor.build());
        ModuleLayer.boot().defineModules(ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(),
                Set.of("example")), _ -> loader);
        return loader.loadClass("example.Made");
    }

    /** Finds a module whose classes the loader has. */
    private record OneModule(ModuleDescriptor descriptor) implements ModuleFinder {

        @Override
        public Optional<ModuleReference> find(String name) {
            return name.equals(descriptor.name()) ? Optional.of(new Reference(descriptor)) : Optional.empty();
        }

        @Override
        public Set<ModuleReference> findAll() {
            return Set.of(new Reference(descriptor));
        }
    }

    private static final class Reference extends ModuleReference {

        Reference(ModuleDescriptor descriptor) {
            super(descriptor, null);
        }

        @Override
        public ModuleReader open() {
            throw new UnsupportedOperationException("the loader has the classes");
        }
    }

    private static Object roundTrip(EdfRegistry registry, Object value) {
        byte[] bytes = bytes(registry, value);
        EdfReader in = registry.reader(DecodeTables.none());
        in.reset(bytes, 0, bytes.length);
        return in.getAny();
    }

    private static byte[] bytes(EdfRegistry registry, Object value) {
        EdfWriter out = registry.writer(EncodeTables.none());
        out.putMessage(value);
        return out.toBytes();
    }
}
