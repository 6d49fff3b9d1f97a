package io.ergo.network.edf;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** How primitive values become the bits that a {@link FixedCodec} moves, and back. */
final class Primitive {

    private static final ClassDesc FLOAT = ConstantDescs.CD_Float;
    private static final ClassDesc DOUBLE = ConstantDescs.CD_Double;

    private Primitive() {}

    /** Replaces the value on the stack by its bits. */
    static void toBits(CodeBuilder code, Class<?> type) {
        switch (TypeKind.from(type)) {
            case LONG -> {}
            case FLOAT -> code.invokestatic(FLOAT, "floatToRawIntBits",
                    MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_float)).i2l();
            case DOUBLE -> code.invokestatic(DOUBLE, "doubleToRawLongBits",
                    MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_double));
            default -> code.i2l();
        }
    }

    /** Replaces the bits on the stack by the value. */
    static void ofBits(CodeBuilder code, Class<?> type) {
        switch (TypeKind.from(type)) {
            case LONG -> {}
            case FLOAT -> code.l2i().invokestatic(FLOAT, "intBitsToFloat",
                    MethodTypeDesc.of(ConstantDescs.CD_float, ConstantDescs.CD_int));
            case DOUBLE -> code.invokestatic(DOUBLE, "longBitsToDouble",
                    MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_long));
            case BYTE -> code.l2i().i2b();
            case SHORT -> code.l2i().i2s();
            default -> code.l2i();
        }
    }
}
