package io.ergo.sample.fleet;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/// Turns what goes wrong with a request into problems (RFC 9457) that say what to do.
@RestControllerAdvice
class FleetProblems extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    @Nullable ResponseEntity<Object> tooManyDevices(TooManyDevices refused, WebRequest request) throws Exception {
        return handleException(FleetProblem.tooManyDevices(refused), request);
    }

    /// Spring's own words are "Failed to read request"; whoever posted wants to know where it is wrong.
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException failed,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = failed.getCause() instanceof JacksonException json
                ? "the body is no JSON of readings, see line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr() + ": " + json.getOriginalMessage()
                : "the body is missing or cannot be read";
        return handleExceptionInternal(failed, ProblemDetail.forStatusAndDetail(status, detail), headers, status,
                request);
    }
}
