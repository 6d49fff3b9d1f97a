package io.ergo.actuator;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.util.MimeType;

/**
 * The endpoint {@code ergo} over HTTP: 404 for what does not exist and 400 for a page that makes no sense, each with a problem that says
 * what is wrong. Any thread.
 */
@EndpointWebExtension(endpoint = ErgoEndpoint.class)
@RegisterReflectionForBinding(Problem.class)
public class ErgoEndpointWebExtension {

    private static final MimeType PROBLEM = new MimeType("application", "problem+json");

    private final ErgoEndpoint endpoint;

    /** Creates the extension of the endpoint. */
    public ErgoEndpointWebExtension(ErgoEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Returns what a path below the endpoint stands for.
     *
     * @param path see {@link ErgoEndpoint#part}
     * @param from the first id of a page of processes: a whole number, not negative
     * @param limit how many processes a page holds at most: a whole number, at least 1
     */
    @ReadOperation
    public WebEndpointResponse<?> part(@Selector(match = Match.ALL_REMAINING) String[] path, @Nullable String from,
            @Nullable String limit) {
        return switch (endpoint.ask(ErgoPath.of(path, from, limit))) {
            case Answer.Found found -> new WebEndpointResponse<>(found.descriptor());
            case Answer.Missing missing -> problem(WebEndpointResponse.STATUS_NOT_FOUND, "Not Found", missing.detail());
            case Answer.Wrong wrong -> problem(WebEndpointResponse.STATUS_BAD_REQUEST, "Bad Request", wrong.detail());
        };
    }

    private static WebEndpointResponse<Problem> problem(int status, String title, String detail) {
        return new WebEndpointResponse<>(new Problem(title, status, detail), status, PROBLEM);
    }
}
