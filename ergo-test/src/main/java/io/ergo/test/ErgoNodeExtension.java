package io.ergo.test;

import java.util.Optional;
import java.util.function.UnaryOperator;

import io.ergo.Node;
import io.ergo.engine.NodeBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives each test a node of its own, as {@link ErgoTest} does, and lets the test class change how it is built. Immutable; may be static.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final ErgoNodeExtension ERGO = ErgoNodeExtension.simulated().with(builder -> builder.application(FLEET));
 * }</pre>
 */
public final class ErgoNodeExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(ErgoNodeExtension.class);

    private final @Nullable NodeSettings settings;

    /** For JUnit, which reads the settings from {@link ErgoTest}. */
    ErgoNodeExtension() {
        this.settings = null;
    }

    private ErgoNodeExtension(NodeSettings settings) {
        this.settings = settings;
    }

    /** Returns an extension whose nodes run on threads. */
    public static ErgoNodeExtension threaded() {
        return new ErgoNodeExtension(NodeSettings.of(NodeMode.THREADED, null));
    }

    /** Returns an extension whose nodes are simulated, each with a seed that is drawn for it. */
    public static ErgoNodeExtension simulated() {
        return new ErgoNodeExtension(NodeSettings.of(NodeMode.SIMULATED, null));
    }

    /** Returns an extension whose nodes are simulated with the seed. */
    public static ErgoNodeExtension simulated(long seed) {
        return new ErgoNodeExtension(NodeSettings.of(NodeMode.SIMULATED, seed));
    }

    /** Returns a copy that also changes how nodes are built: applications, environment, time-outs. */
    public ErgoNodeExtension with(UnaryOperator<NodeBuilder> build) {
        NodeSettings current = settings != null ? settings : NodeSettings.of(NodeMode.SIMULATED, null);
        return new ErgoNodeExtension(current.with(build));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        store(context).put(TestNode.class, settings(context).start(seed(context)));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestNode node = store(context).remove(TestNode.class, TestNode.class);
        if (node != null) {
            context.getExecutionException()
                    .ifPresent(failure -> tell(failure, node.replay(), context.getDisplayName()));
            node.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Node.class || type == TestNode.class || type == TestProbe.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestNode node = store(context).get(TestNode.class, TestNode.class);
        if (node == null) {
            throw new ParameterResolutionException("parameter '" + parameter.getParameter().getName() + "' of "
                    + parameter.getDeclaringExecutable()
                    + " has no node yet: each test gets its own, so take it as a parameter of the"
                    + " test, of @BeforeEach or of @AfterEach methods");
        }
        Class<?> type = parameter.getParameter().getType();
        return type == Node.class ? node.node() : type == TestProbe.class ? node.probe() : node;
    }

    private NodeSettings settings(ExtensionContext context) {
        return settings != null ? settings : NodeSettings.of(annotation(context));
    }

    private static ErgoTest annotation(ExtensionContext context) {
        Optional<ErgoTest> found = AnnotationSupport.findAnnotation(context.getElement(), ErgoTest.class);
        Class<?> type = context.getRequiredTestClass();
        while (found.isEmpty() && type != null) {
            found = AnnotationSupport.findAnnotation(type, ErgoTest.class);
            type = type.getEnclosingClass();
        }
        return found.orElseThrow(() -> new ExtensionConfigurationException(
                context.getRequiredTestClass() + " needs @ErgoTest, or a field with @RegisterExtension"));
    }

    private static long seed(ExtensionContext context) {
        return context.getConfigurationParameter(Seeds.PROPERTY, Seeds::parse).orElseGet(Seeds::draw);
    }

    private static void tell(Throwable failure, String replay, String test) {
        if (!replay.isEmpty()) {
            failure.addSuppressed(new SimulatedRun(replay));
            System.err.println(test + " failed, " + replay); // some exceptions take no suppressed ones
        }
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
