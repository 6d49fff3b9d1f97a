package io.ergo.spring.boot.autoconfigure;

import io.ergo.ErgoException;
import io.ergo.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains that an application cannot be started because of those it depends on. */
final class ErgoDependencyFailureAnalyzer extends AbstractFailureAnalyzer<ErgoException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, ErgoException cause) {
        if (!cause.reason().equals(Reason.APPLICATION_DEPENDS)) {
            return null;
        }
        return new FailureAnalysis("An application cannot be started because of what it depends on: " + cause.asked()
                + ".",
                "Each application named in dependsOn of @ErgoApplication, or in ergo.applications.<name>.depends-on, must"
                        + " be declared, enabled (ergo.applications.<name>.enabled), able to start, and must not depend"
                        + " on the one that needs it. Correct the one named above, or take it out of the list.",
                cause);
    }
}
