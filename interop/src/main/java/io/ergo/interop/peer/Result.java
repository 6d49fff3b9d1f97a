package io.ergo.interop.peer;

import io.ergo.ErgoException;
import io.ergo.Reason;
import io.ergo.Stop;
import io.ergo.interop.value.Members;
import io.ergo.interop.value.PeerException;
import org.jspecify.annotations.Nullable;

/** What came of a command. */
sealed interface Result {

    /**
     * It was carried out.
     *
     * @param value what a JSON library prints, null for nothing
     */
    record Good(@Nullable Object value) implements Result {}

    /**
     * The runtime refused it.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements Result {}

    /**
     * The peer could not do it.
     *
     * @param error what the peer says
     */
    record Failed(PeerException error) implements Result {}

    /** Returns what came of a command that threw. */
    static Result of(Exception thrown) {
        return switch (thrown) {
            case ErgoException refused -> new Refused(refused.reason());
            case Stop stop -> new Refused(stop.reason());
            case PeerException failed -> new Failed(failed);
            default -> new Failed(new PeerException("exception: " + thrown));
        };
    }

    /** Adds the outcome to a line. */
    default Members in(Members line) {
        line.with("ok", this instanceof Good);
        return switch (this) {
            case Good good -> line.with("result", good.value());
            default -> error(line);
        };
    }

    /** Adds the error to a line, if it is one. */
    default Members error(Members line) {
        return switch (this) {
            case Good good -> line;
            case Refused refused -> line.withReason("error", refused.reason());
            case Failed(var error) -> {
                line.with("error", error.getMessage());
                error.wrapped().ifPresent(cause -> line.with("cause", cause.text()));
                yield line;
            }
        };
    }
}
