package io.ergo.network.enp;

import java.util.List;
import java.util.Optional;

import io.ergo.Reason;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** What a {@link MessageResponseError} tells without an EDF value. */
public enum ErrorCode {

    /** No error: the acknowledgement of an important message or response. */
    DELIVERED(0, null),
    /** There is no such process. */
    PROCESS_UNKNOWN(1, Reason.PROCESS_UNKNOWN),
    /** Its queue is full. */
    PROCESS_MAILBOX_FULL(2, Reason.PROCESS_MAILBOX_FULL),
    /** It has ended. */
    PROCESS_TERMINATED(3, Reason.PROCESS_TERMINATED),
    /** The error is the payload of the frame. */
    OTHER(255, null);

    private static final List<ErrorCode> ALL = List.of(values());

    private final int number;
    private final @Nullable Reason reason;

    ErrorCode(int number, @Nullable Reason reason) {
        this.number = number;
        this.reason = reason;
    }

    /** Returns the code for the reason, {@link #OTHER} if it has none of its own. */
    public static ErrorCode of(Reason reason) {
        for (ErrorCode code : ALL) {
            if (reason.equals(code.reason)) {
                return code;
            }
        }
        return OTHER;
    }

    /** Returns the reason that the code stands for; empty for {@link #DELIVERED} and {@link #OTHER}. */
    public Optional<Reason> reason() {
        return Optional.ofNullable(reason);
    }

    static ErrorCode read(ByteBuf in) {
        int number = in.readUnsignedByte();
        for (ErrorCode code : ALL) {
            if (code.number == number) {
                return code;
            }
        }
        throw FrameException.ofFrame("the error code " + number + " is not known", in.readerIndex() - 1);
    }

    void write(ByteBuf out) {
        out.writeByte(number);
    }
}
