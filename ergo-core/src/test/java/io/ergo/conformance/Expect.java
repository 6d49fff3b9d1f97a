package io.ergo.conformance;

import io.ergo.Delivery;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What many of the tests expect. */
final class Expect {

    /** A reason that is not registered. */
    static final Reason CUSTOM = Reason.of("disk full");

    private Expect() {}

    /** The operation throws an {@link ErgoException} with this very reason. */
    static ErgoException refused(Reason reason, ThrowingCallable operation) {
        ErgoException refusal = catchThrowableOfType(ErgoException.class, operation);
        assertThat(refusal).as("an ErgoException with the reason '%s'", reason).isNotNull();
        assertThat(refusal.reason()).as("%s", refusal).isEqualTo(reason);
        return refusal;
    }

    /** The operation throws an {@link ErgoException} with a reason of this kind, whatever its cause. */
    static ErgoException refusedAs(Reason kind, ThrowingCallable operation) {
        ErgoException refusal = catchThrowableOfType(ErgoException.class, operation);
        assertThat(refusal).as("an ErgoException of the kind '%s'", kind).isNotNull();
        assertThat(refusal.reason().is(kind)).as("%s", refusal).isTrue();
        return refusal;
    }

    /** The delivery has this outcome. */
    static void outcome(Delivery.Outcome expected, Delivery delivery) {
        assertThat(delivery.outcome()).as("%s", delivery).isEqualTo(expected);
    }

    /** The full reason is one that wraps the other with the identifier in front. */
    static void wrapped(Object identifier, Reason cause, Reason full) {
        assertThat(full.text()).isEqualTo(identifier + ": " + cause.text());
        assertThat(full.cause()).contains(cause);
    }

    /** Returns a pid that the node never gave to a process. */
    static Pid unknownPid(Node node) {
        return new Pid(node.name(), 999_999_999, node.creation());
    }

    /** Returns null where none is allowed, to see what happens. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals", "DataFlowIssue"})
    static <T> T nothing() {
        return null;
    }
}
