package io.ergo.conformance;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Turns a method with {@link BothDispatchers} into one invocation per round on threads and one per seed of the simulation. */
final class DispatchersExtension implements TestTemplateInvocationContextProvider {

    private static final long FIRST_SEED = 20_250_101;

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(BothDispatchers.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        BothDispatchers wanted = context.getRequiredTestMethod().getAnnotation(BothDispatchers.class);
        Stream<TestTemplateInvocationContext> threaded = IntStream.range(0, wanted.rounds())
                .mapToObj(_ -> new WorldInvocation("threads", ThreadedDrive::new));
        return Stream.concat(threaded, seeds(wanted.seeds()).mapToObj(DispatchersExtension::simulated));
    }

    private static TestTemplateInvocationContext simulated(long seed) {
        return new WorldInvocation("simulation, repeat with -Dergo.seed=" + seed, () -> new SimulatedDrive(seed));
    }

    private static LongStream seeds(int count) {
        Long given = Long.getLong("ergo.seed");
        return given == null ? LongStream.range(FIRST_SEED, FIRST_SEED + count) : LongStream.of(given);
    }
}
