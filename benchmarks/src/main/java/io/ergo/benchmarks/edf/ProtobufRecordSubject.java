package io.ergo.benchmarks.edf;

import com.google.protobuf.Message;

/**
 * Protocol buffers for an application that keeps its own records, as EDF's users do: encoding begins with making the message, decoding ends
 * with making the record. So nothing is remembered from one time to the next.
 */
final class ProtobufRecordSubject implements Subject {

    private final Object value;
    private final Message kind;
    private final byte[] buffer;
    private final byte[] bytes;

    private ProtobufRecordSubject(Object value, Message message) {
        this.value = value;
        this.kind = message.getDefaultInstanceForType();
        this.bytes = message.toByteArray();
        this.buffer = new byte[bytes.length];
    }

    static ProtobufRecordSubject of(Shape shape) {
        return new ProtobufRecordSubject(shape.value(), Messages.of(shape.value()));
    }

    @Override
    public int encode() {
        return ProtobufSubject.write(Messages.of(value), buffer);
    }

    @Override
    public Object decode() {
        return Messages.value(ProtobufSubject.parse(kind, bytes));
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public Object value() {
        return value;
    }
}
