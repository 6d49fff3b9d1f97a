package io.ergo.spring.boot.autoconfigure;

import io.ergo.spring.ErgoSetupException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains a mistake in how actors, supervisors and applications are declared. */
final class ErgoSetupFailureAnalyzer extends AbstractFailureAnalyzer<ErgoSetupException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ErgoSetupException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
    }
}
