package io.ergo.actuator;

import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Reason;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;

/**
 * The endpoint {@code ergo}: the node, its applications with their trees of processes, and its processes. It only reads, and it looks at a
 * bounded number of processes for each answer. A stopped node has no applications and no processes, which is no error. Any thread.
 */
@Endpoint(id = "ergo", defaultAccess = Access.READ_ONLY)
@RegisterReflectionForBinding({NodeDescriptor.class, ApplicationsDescriptor.class, ApplicationDescriptor.class,
    ProcessesDescriptor.class,
    ProcessDescriptor.class, StackDescriptor.class})
public class ErgoEndpoint {

    /** How many processes an answer shows at most if nothing else is said. */
    public static final int DEFAULT_MAX_PROCESSES = 1000;

    private final NodeQuestions questions;

    /** Creates an endpoint that shows at most {@value #DEFAULT_MAX_PROCESSES} processes in one answer. */
    public ErgoEndpoint(Node node) {
        this(node, DEFAULT_MAX_PROCESSES);
    }

    /**
     * Creates an endpoint.
     *
     * @param node the node, may be stopped and restarted
     * @param maxProcesses how many processes an answer shows at most, at least 1
     * @throws ErgoException {@link Reason#INCORRECT} if it is less
     */
    public ErgoEndpoint(Node node, int maxProcesses) {
        if (maxProcesses < 1) {
            throw ErgoException.of(Reason.INCORRECT,
                    "the endpoint is to show at most " + maxProcesses + " processes but must be allowed at least 1");
        }
        this.questions = new NodeQuestions(new NodeView(node), maxProcesses);
    }

    /** Returns what is to tell of the node. */
    @ReadOperation
    public NodeDescriptor node() {
        return questions.node();
    }

    /**
     * Returns what a path below the endpoint stands for.
     *
     * @param path {@code applications}, {@code applications} and a name, {@code processes}, {@code processes} and a name or a pid, or the
     *        latter and {@code stack}
     * @param from the first id of a page of processes, null to begin with the first
     * @param limit how many processes a page holds at most, null for 100
     * @return null if there is no such thing
     * @throws InvalidEndpointRequestException if {@code from} is negative or {@code limit} is not positive
     */
    @ReadOperation
    public @Nullable ErgoDescriptor part(@Selector(match = Match.ALL_REMAINING) String[] path, @Nullable Long from,
            @Nullable Integer limit) {
        return switch (ask(ErgoPath.of(path, from, limit))) {
            case Answer.Found found -> found.descriptor();
            case Answer.Missing _ -> null;
            case Answer.Wrong wrong -> throw new InvalidEndpointRequestException(wrong.detail(), wrong.detail());
        };
    }

    Answer ask(ErgoPath path) {
        return path.ask(questions);
    }
}
