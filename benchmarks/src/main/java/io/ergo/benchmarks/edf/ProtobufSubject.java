package io.ergo.benchmarks.edf;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;

/**
 * Protocol buffers at their best: the message is there before it is encoded, it remembers its sizes from the first time, and it is written
 * into an array without asking for its size. Decoding gives a message whose texts are {@code String}s already.
 */
final class ProtobufSubject implements Subject {

    private final Message message;
    private final byte[] buffer;
    private final byte[] bytes;

    private ProtobufSubject(Message message) {
        this.message = message;
        this.bytes = message.toByteArray();
        this.buffer = new byte[bytes.length];
    }

    static ProtobufSubject of(Shape shape) {
        return new ProtobufSubject(Messages.of(shape.value()));
    }

    @Override
    public int encode() {
        return write(message, buffer);
    }

    @Override
    public Object decode() {
        return parse(message, bytes);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public Object value() {
        return message;
    }

    static int write(Message message, byte[] buffer) {
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(buffer);
            message.writeTo(out);
            return out.getTotalBytesWritten();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the bytes hold. */
    static Message parse(Message kind, byte[] bytes) {
        try {
            return kind.getParserForType().parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }
}
