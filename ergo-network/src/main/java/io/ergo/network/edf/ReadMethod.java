package io.ergo.network.edf;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/** The method that reads a record: each field into a local variable, then all of them into the constructor. */
final class ReadMethod extends MethodEmitter {

    static final MethodTypeDesc TYPE = MethodType.methodType(Object.class, EdfReader.class).describeConstable()
            .orElseThrow();

    private final int constructStep;
    private final List<Class<?>> kinds = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>();

    ReadMethod(RecordType type, List<Segment> segments, ConstantPool constants, CodeBuilder code) {
        super(type, segments, constants, code, EdfReader.class);
        this.constructStep = GeneratedRecord.accessStep(segments.size());
    }

    @Override
    void body() {
        if (type.fields().isLevel()) {
            onStream("enter", void.class);
        }
        segments();
        if (type.fields().isLevel()) {
            onStream("leave", void.class);
        }
        step(constructStep);
        construct();
        code.areturn();
    }

    @Override
    void segment(int number, Segment segment) {
        step(GeneratedRecord.codecStep(number));
        switch (segment) {
            case Segment.Run run -> run(run);
            case Segment.Single single -> single(single.first());
        }
    }

    private void run(Segment.Run run) {
        atOnce("take", run.bytes());
        int offset = 0;
        for (int field = run.first(); field < run.end(); field++) {
            load(codec(field), FixedCodec.class);
            loadPlace(offset);
            call(FixedCodec.class, "get", long.class, byte[].class, int.class);
            Primitive.ofBits(code, type.component(field));
            store(type.component(field));
            offset += codec(field).leastBytes();
        }
    }

    private void single(int field) {
        load(codec(field), Codec.class);
        code.aload(STREAM);
        call(Codec.class, "read", Object.class, EdfReader.class);
        store(Object.class);
    }

    private void store(Class<?> as) {
        TypeKind kind = TypeKind.from(as);
        int slot = code.allocateLocal(kind);
        code.storeLocal(kind, slot);
        kinds.add(as);
        slots.add(slot);
    }

    private void construct() {
        MethodHandle constructor = type.constructor().asType(MethodType.methodType(Object.class, kinds));
        load(constructor, MethodHandle.class);
        for (int i = 0; i < slots.size(); i++) {
            code.loadLocal(TypeKind.from(kinds.get(i)), slots.get(i));
        }
        invoke(constructor);
    }

    @Override
    void failed() {
        int thrown = code.allocateLocal(TypeKind.REFERENCE);
        code.astore(thrown).aload(SELF).aload(thrown);
        loadStep();
        code.aload(STREAM);
        onSelf("readFailed", Throwable.class, Throwable.class, int.class, EdfReader.class);
        code.athrow();
    }
}
