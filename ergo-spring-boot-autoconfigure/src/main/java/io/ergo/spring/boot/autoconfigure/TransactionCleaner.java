package io.ergo.spring.boot.autoconfigure;

import java.util.List;

import io.ergo.spring.ThreadContextCleaner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes from the thread what a transaction left there that was begun by hand and not ended. The next process must not
 * work in it.
 */
final class TransactionCleaner implements ThreadContextCleaner {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionCleaner.class);

    @Override
    public void clear() {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isSynchronizationActive()) {
            LOG.error(
                    "A handler left the transaction '{}' open: it is neither committed nor rolled back, and its connection is lost."
                            + " End it in the handler that begins it.",
                    TransactionSynchronizationManager.getCurrentTransactionName());
            TransactionSynchronizationManager.clear();
            List.copyOf(TransactionSynchronizationManager.getResourceMap().keySet())
                    .forEach(TransactionSynchronizationManager::unbindResourceIfPossible);
        }
    }
}
