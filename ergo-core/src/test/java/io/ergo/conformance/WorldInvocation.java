package io.ergo.conformance;

import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run of a test in a world of its own, which is stopped and searched for leaks when the test has passed. */
final class WorldInvocation implements TestTemplateInvocationContext, ParameterResolver, InvocationInterceptor {

    private final String title;
    private final Supplier<Drive> drive;
    private @Nullable World world;

    WorldInvocation(String title, Supplier<Drive> drive) {
        this.title = title;
        this.drive = drive;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return title;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return world();
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        try {
            invocation.proceed();
            world().finish();
        } catch (Throwable failure) {
            failure.addSuppressed(new AssertionError("this was on " + title));
            abandon(failure);
            throw failure;
        }
    }

    private void abandon(Throwable failure) {
        try {
            world().abandon();
        } catch (RuntimeException | AssertionError further) {
            failure.addSuppressed(further);
        }
    }

    private World world() {
        World known = world;
        if (known == null) {
            known = new World(drive.get());
            world = known;
        }
        return known;
    }
}
