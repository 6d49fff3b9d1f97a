package io.ergo.benchmarks.edf;

import io.ergo.Pid;
import io.ergo.ProcessId;
import org.apache.fory.Fory;
import org.apache.fory.memory.MemoryBuffer;

/**
 * Fory between JVMs that have the same classes: registered by number, generated serializers, no tracking of references, no room for other
 * versions of a class, into a reused buffer.
 */
final class ForySubject implements Subject {

    private static final int ROOM = 4096;

    private final Fory fory;
    private final Object value;
    private final MemoryBuffer buffer = MemoryBuffer.newHeapBuffer(ROOM);
    private final byte[] bytes;

    private ForySubject(Fory fory, Object value) {
        this.fory = fory;
        this.value = value;
        this.bytes = fory.serialize(value);
    }

    static ForySubject of(Shape shape) {
        Fory fory = Fory.builder().withXlang(false).withRefTracking(false).requireClassRegistration(true)
                .withCodegen(true).withAsyncCompilation(false).withCompatible(false).build();
        for (Class<?> type : new Class<?>[] {Pid.class, ProcessId.class, Item.class, Complex.class, Nested.class}) {
            fory.register(type);
        }
        return new ForySubject(fory, shape.value());
    }

    @Override
    public int encode() {
        buffer.writerIndex(0);
        fory.serialize(buffer, value);
        return buffer.writerIndex();
    }

    @Override
    public Object decode() {
        return fory.deserialize(bytes);
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
