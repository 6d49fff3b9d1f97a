package io.ergo.network.edf;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.List;

/**
 * Writes one of the two methods of a generated codec. Its code is the segments, one after the other, inside one handler for whatever is thrown, and a
 * local variable that says how far it is.
 */
abstract class MethodEmitter {

    static final int SELF = 0;
    /** The writer or reader. */
    static final int STREAM = 1;

    private static final ClassDesc HANDLE = ConstantDescs.CD_MethodHandle;

    final RecordType type;
    final CodeBuilder code;
    private final List<Segment> segments;
    private final ConstantPool constants;
    private final ClassDesc stream;
    private final int step;
    private final int at;
    private final int array;

    MethodEmitter(RecordType type, List<Segment> segments, ConstantPool constants, CodeBuilder code, Class<?> stream) {
        this.type = type;
        this.segments = segments;
        this.constants = constants;
        this.code = code;
        this.stream = ConstantPool.desc(stream);
        this.step = code.allocateLocal(TypeKind.INT);
        this.at = code.allocateLocal(TypeKind.INT);
        this.array = code.allocateLocal(TypeKind.REFERENCE);
    }

    final void emit() {
        Label begin = code.newLabel();
        Label end = code.newLabel();
        step(GeneratedRecord.AROUND);
        code.labelBinding(begin);
        body();
        code.labelBinding(end).exceptionCatchAll(begin, end, end);
        failed();
    }

    /** Writes what returns. */
    abstract void body();

    /** Writes what throws; what was caught is on the stack. */
    abstract void failed();

    final void segments() {
        for (int i = 0; i < segments.size(); i++) {
            segment(i, segments.get(i));
        }
    }

    abstract void segment(int number, Segment segment);

    // ---- what both methods are made of

    final void step(int number) {
        code.loadConstant(number).istore(step);
    }

    final void loadStep() {
        code.iload(step);
    }

    final void load(Object constant, Class<?> as) {
        constants.load(code, constant, as);
    }

    final Codec codec(int field) {
        return type.fields().codec(field);
    }

    /** Calls a method of the writer or reader without parameters. */
    final void onStream(String name, Class<?> result) {
        code.aload(STREAM).invokevirtual(stream, name, desc(result));
    }

    /** Makes room for the bytes, or takes them. */
    final void atOnce(String name, int bytes) {
        code.aload(STREAM).loadConstant(bytes).invokevirtual(stream, name, desc(int.class, int.class)).istore(at);
        onStream("array", byte[].class);
        code.astore(array);
    }

    /** Loads the array and the place in it. */
    final void loadPlace(int offset) {
        code.aload(array).iload(at).loadConstant(offset).iadd();
    }

    final void call(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
        code.invokeinterface(ConstantPool.desc(owner), name, desc(result, parameters));
    }

    final void onSelf(String name, Class<?> result, Class<?>... parameters) {
        code.invokevirtual(ConstantPool.desc(GeneratedRecord.class), name, desc(result, parameters));
    }

    /** Calls a handle that stands below its arguments. */
    final void invoke(MethodHandle handle) {
        code.invokevirtual(HANDLE, "invokeExact", handle.type().describeConstable().orElseThrow());
    }

    private static MethodTypeDesc desc(Class<?> result, Class<?>... parameters) {
        return MethodType.methodType(result, parameters).describeConstable().orElseThrow();
    }
}
