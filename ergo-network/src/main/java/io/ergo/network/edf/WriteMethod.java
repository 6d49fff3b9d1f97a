package io.ergo.network.edf;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/** The method that writes a record. A run of fields is checked first and written then, so that nothing is written of one that fails. */
final class WriteMethod extends MethodEmitter {

    static final MethodTypeDesc TYPE = MethodType.methodType(void.class, EdfWriter.class, Object.class)
            .describeConstable().orElseThrow();

    private static final MethodTypeDesc IS_INSTANCE = MethodTypeDesc.of(ConstantDescs.CD_boolean,
            ConstantDescs.CD_Object);
    private static final int VALUE = 2;

    WriteMethod(RecordType type, List<Segment> segments, ConstantPool constants, CodeBuilder code) {
        super(type, segments, constants, code, EdfWriter.class);
    }

    @Override
    void body() {
        checkClass();
        if (type.fields().isLevel()) {
            onStream("enter", void.class);
        }
        segments();
        if (type.fields().isLevel()) {
            onStream("leave", void.class);
        }
        code.return_();
    }

    private void checkClass() {
        Label right = code.newLabel();
        load(type.shape().type(), Class.class);
        code.aload(VALUE);
        code.invokevirtual(ConstantDescs.CD_Class, "isInstance", IS_INSTANCE).ifne(right).aload(SELF).aload(VALUE);
        onSelf("wrongValue", EdfException.class, Object.class);
        code.athrow().labelBinding(right);
    }

    @Override
    void segment(int number, Segment segment) {
        step(GeneratedRecord.accessStep(number));
        switch (segment) {
            case Segment.Run run -> run(run);
            case Segment.Single single -> single(single.first(), GeneratedRecord.codecStep(number));
        }
    }

    private void run(Segment.Run run) {
        List<Integer> slots = new ArrayList<>();
        for (int field = run.first(); field < run.end(); field++) {
            int slot = code.allocateLocal(TypeKind.LONG);
            slots.add(slot);
            Class<?> component = type.component(field);
            access(field, component);
            Primitive.toBits(code, component);
            code.lstore(slot);
            load(codec(field), FixedCodec.class);
            code.lload(slot);
            call(FixedCodec.class, "check", void.class, long.class);
        }
        atOnce("reserve", run.bytes());
        int offset = 0;
        for (int field = run.first(); field < run.end(); field++) {
            load(codec(field), FixedCodec.class);
            loadPlace(offset);
            code.lload(slots.get(field - run.first()));
            call(FixedCodec.class, "put", void.class, byte[].class, int.class, long.class);
            offset += codec(field).leastBytes();
        }
    }

    private void single(int field, int codecStep) {
        int slot = code.allocateLocal(TypeKind.REFERENCE);
        access(field, Object.class);
        code.astore(slot);
        step(codecStep);
        load(codec(field), Codec.class);
        code.aload(STREAM).aload(slot);
        call(Codec.class, "write", void.class, EdfWriter.class, Object.class);
    }

    private void access(int field, Class<?> as) {
        MethodHandle accessor = type.accessor(field).asType(MethodType.methodType(as, Object.class));
        load(accessor, MethodHandle.class);
        code.aload(VALUE);
        invoke(accessor);
    }

    @Override
    void failed() {
        int thrown = code.allocateLocal(TypeKind.REFERENCE);
        code.astore(thrown).aload(SELF).aload(thrown);
        loadStep();
        code.aload(STREAM).aload(VALUE);
        onSelf("writeFailed", Throwable.class, Throwable.class, int.class, EdfWriter.class, Object.class);
        code.athrow();
    }
}
