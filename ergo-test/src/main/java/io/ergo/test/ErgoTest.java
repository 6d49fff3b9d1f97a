package io.ergo.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class, or one test, a node of its own. Test methods, {@code @BeforeEach} and {@code @AfterEach} methods take
 * parameters of the types {@link io.ergo.Node}, {@link TestNode} and {@link TestProbe} (a new one for each parameter). After the test the
 * node is stopped, and the test fails if it leaves anything behind. On a method it takes the place of the one on the class.
 *
 * <p>Register an {@link ErgoNodeExtension} instead to change how the node is built.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ErgoNodeExtension.class)
public @interface ErgoTest {

    /** How the node runs. */
    NodeMode mode() default NodeMode.SIMULATED;

    /**
     * The seed of a simulated node. Without one it is drawn for each test, and told when the test fails; the configuration parameter or
     * system property {@code ergo.test.seed} sets it for all tests.
     */
    long[] seed() default {};

    /** The name of the node. */
    String node() default TestNode.DEFAULT_NAME;
}
