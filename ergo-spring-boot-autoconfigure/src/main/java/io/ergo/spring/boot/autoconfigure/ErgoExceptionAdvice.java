package io.ergo.spring.boot.autoconfigure;

import io.ergo.ErgoException;
import io.ergo.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers a request with problem details when a send or call failed for a reason that is not the fault of the code: 504
 * when the answer did not come in time, 503 when nobody is there to answer, 429 when the mailbox is full. All other
 * reasons are left to others, and so are exceptions that only have such a failure as their cause: whoever wrapped it
 * has decided on the answer. The details tell the reason and no more, because addresses and depths of queues are
 * nobody's business outside; the log has them. It comes after all advices of the user.
 */
@RestControllerAdvice
final class ErgoExceptionAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ErgoExceptionAdvice.class);

    /**
     * Answers a failure.
     *
     * @param failure what Spring found, perhaps as the cause of something else
     * @param thrown what was thrown: the outermost exception
     */
    @ExceptionHandler(ErgoException.class)
    ProblemDetail failed(ErgoException failure, Exception thrown) throws Exception {
        HttpStatus status = status(failure.reason());
        if (thrown != failure || status == null) {
            throw thrown; // the same one: then Spring goes on as if there were no handler
        }
        LOG.debug("answered with {}", status, failure);
        return ProblemDetail.forStatusAndDetail(status, failure.reason().text());
    }

    private static @Nullable HttpStatus status(Reason reason) {
        if (reason.is(Reason.TIMEOUT)) {
            return HttpStatus.GATEWAY_TIMEOUT;
        }
        if (reason.is(Reason.PROCESS_MAILBOX_FULL)) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        boolean nobodyThere = reason.is(Reason.PROCESS_UNKNOWN) || reason.is(Reason.PROCESS_TERMINATED)
                || reason.is(Reason.PROCESS_INCARNATION) || reason.is(Reason.NO_ROUTE)
                || reason.is(Reason.NO_CONNECTION) || reason.is(Reason.NODE_TERMINATED);
        return nobodyThere ? HttpStatus.SERVICE_UNAVAILABLE : null;
    }
}
