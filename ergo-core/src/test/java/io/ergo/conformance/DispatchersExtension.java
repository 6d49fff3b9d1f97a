package io.ergo.conformance;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.ergo.spi.Dispatcher;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/**
 * Turns a method with {@link BothDispatchers} into one invocation per round on threads, one per seed of the simulation, and one in a
 * simulation with {@link TardyTasks}.
 */
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
        return Stream.of(threaded, seeds(wanted.seeds()).mapToObj(DispatchersExtension::simulated),
                seeds(1).mapToObj(DispatchersExtension::tardy)).flatMap(runs -> runs);
    }

    private static TestTemplateInvocationContext simulated(long seed) {
        return simulated("simulation", seed, dispatcher -> dispatcher);
    }

    private static TestTemplateInvocationContext tardy(long seed) {
        return simulated("simulation with tardy tasks", seed, dispatcher -> new TardyTasks(dispatcher).dispatcher());
    }

    private static TestTemplateInvocationContext simulated(String what, long seed, UnaryOperator<Dispatcher> pace) {
        return new WorldInvocation(what + ", repeat with -Dergo.seed=" + seed, () -> new SimulatedDrive(seed, pace));
    }

    private static LongStream seeds(int count) {
        Long given = Long.getLong("ergo.seed");
        return given == null ? LongStream.range(FIRST_SEED, FIRST_SEED + count) : LongStream.of(given);
    }
}
