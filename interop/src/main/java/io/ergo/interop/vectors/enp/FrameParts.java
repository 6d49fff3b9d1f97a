package io.ergo.interop.vectors.enp;

import java.util.List;
import java.util.Locale;

import io.ergo.Priority;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.interop.vectors.frame.Parts;
import io.ergo.network.enp.ErrorCode;
import io.ergo.network.enp.Frame;
import io.ergo.network.enp.IdWords;
import io.ergo.network.enp.MessageAlias;
import io.ergo.network.enp.MessageAny;
import io.ergo.network.enp.MessageEvent;
import io.ergo.network.enp.MessageEventCache;
import io.ergo.network.enp.MessageExit;
import io.ergo.network.enp.MessageName;
import io.ergo.network.enp.MessageNameCache;
import io.ergo.network.enp.MessagePid;
import io.ergo.network.enp.MessageResponse;
import io.ergo.network.enp.MessageResponseError;
import io.ergo.network.enp.MessageZ;
import io.ergo.network.enp.PriorityByte;
import io.ergo.network.enp.RequestAlias;
import io.ergo.network.enp.RequestName;
import io.ergo.network.enp.RequestNameCache;
import io.ergo.network.enp.RequestPid;
import io.ergo.network.enp.TerminateAlias;
import io.ergo.network.enp.TerminateEvent;
import io.ergo.network.enp.TerminateEventCache;
import io.ergo.network.enp.TerminateName;
import io.ergo.network.enp.TerminateNameCache;
import io.ergo.network.enp.TerminatePid;

/** The parts of a frame, from the components of its record, called as files call them. */
final class FrameParts {

    private static final List<String> REF = List.of("ref id[0]", "ref id[1]", "ref id[2] (deadline)");
    private static final List<String> ALIAS = List.of("alias id[0]", "alias id[1]", "alias id[2]");

    private final Parts parts = new Parts();

    private FrameParts() {}

    /** Returns the parts of the header and of what stands in front of the payload. */
    static Parts of(Frame frame, int length) {
        FrameParts found = new FrameParts();
        found.parts.number("magic", 1, 78).number("version", 1, 1)
                .number("length (whole frame)", Integer.BYTES, length)
                .number("order", 1, frame.order()).number("type", 1, frame.type());
        found.fixed(frame);
        return found.parts;
    }

    private void fixed(Frame frame) {
        switch (frame) {
            case MessagePid it -> message(it.from(), it.priority(), it.messageId()).to(it.to());
            case MessageName it -> message(it.from(), it.priority(), it.messageId()).name(it.to());
            case MessageNameCache it -> message(it.from(), it.priority(), it.messageId()).cached(it.to());
            case MessageAlias it -> message(it.from(), it.priority(), it.messageId()).words(ALIAS, it.to());
            case MessageEvent it -> event(it.from(), it.priority(), it.timestamp()).name(it.event());
            case MessageEventCache it -> event(it.from(), it.priority(), it.timestamp()).cached(it.event());
            case MessageExit it -> from(it.from()).plainPriority(2).to(it.to());
            case RequestPid it -> request(it.from(), it.priority(), it.ref()).to(it.to());
            case RequestName it -> request(it.from(), it.priority(), it.ref()).name(it.to());
            case RequestNameCache it -> request(it.from(), it.priority(), it.ref()).cached(it.to());
            case RequestAlias it -> request(it.from(), it.priority(), it.ref()).words(ALIAS, it.to());
            case MessageResponse it -> from(it.from()).flags(it.priority()).to(it.to()).words(REF, it.ref());
            case MessageResponseError it ->
                    from(it.from()).flags(it.priority()).to(it.to()).words(REF, it.ref()).code(it.code());
            case TerminatePid it -> plainPriority(1).target(it.target());
            case TerminateName it -> plainPriority(1).name(it.target());
            case TerminateNameCache it -> plainPriority(1).cached(it.target());
            case TerminateAlias it -> plainPriority(1).words(ALIAS, it.target());
            case TerminateEvent it -> plainPriority(1).name(it.target());
            case TerminateEventCache it -> plainPriority(1).cached(it.target());
            case MessageZ it -> compressed(it);
            case MessageAny _ -> {
                // nothing but a payload
            }
            default -> throw new Mismatch(
                    "it is not known how files call the parts of a " + frame.getClass().getSimpleName()
                            + ", a frame of the type " + frame.type());
        }
    }

    private FrameParts message(long from, PriorityByte priority, long messageId) {
        from(from).flags(priority);
        if (priority.important()) {
            parts.number("message id (ref id[0])", Long.BYTES, messageId);
        } else {
            parts.undefined("message id (undefined, not important)", Long.BYTES);
        }
        return this;
    }

    private FrameParts event(long from, Priority priority, long timestamp) {
        from(from).plainPriority(number(priority));
        parts.shown("timestamp (unix nanoseconds)", Long.BYTES, Long.toString(timestamp));
        return this;
    }

    private FrameParts request(long from, PriorityByte priority, IdWords ref) {
        return from(from).flags(priority).words(REF, ref);
    }

    private FrameParts from(long id) {
        parts.number("from process id", Long.BYTES, id);
        return this;
    }

    private FrameParts to(long id) {
        parts.number("to process id", Long.BYTES, id);
        return this;
    }

    private void target(long id) {
        parts.number("target process id", Long.BYTES, id);
    }

    private FrameParts words(List<String> names, IdWords words) {
        parts.words(names, words.id0(), words.id1(), words.id2());
        return this;
    }

    private void name(String name) {
        parts.name(name);
    }

    private void cached(int id) {
        parts.number("name (atom cache id)", Short.BYTES, id);
    }

    private FrameParts flags(PriorityByte priority) {
        String name = priority.priority().name().toLowerCase(Locale.ROOT);
        parts.shown("priority+flags", 1, priority.important() ? name + "+important" : name);
        return this;
    }

    private FrameParts plainPriority(int number) {
        parts.number("priority", 1, number);
        return this;
    }

    private void code(ErrorCode code) {
        parts.number("error code", 1, switch (code) {
            case DELIVERED -> 0;
            case PROCESS_UNKNOWN -> 1;
            case PROCESS_MAILBOX_FULL -> 2;
            case PROCESS_TERMINATED -> 3;
            case OTHER -> 255;
        });
    }

    private void compressed(MessageZ frame) {
        parts.shown("compression type", 1, Compressions.name(frame.compression()))
                .number("uncompressed length", Integer.BYTES, frame.length())
                .bytes("compressed frame", frame.payload().readableBytes());
    }

    private static int number(Priority priority) {
        return switch (priority) {
            case NORMAL -> 0;
            case HIGH -> 1;
            case MAX -> 2;
        };
    }
}
