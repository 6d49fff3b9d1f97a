package io.ergo.spring;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;

import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Ref;

/**
 * Turns method handles into {@link HandlerCall}s as fast as hand-written ones. Each gets a hidden class of this package
 * whose class data is the handle, a constant to the compiler. The class names none of the user's types, so it does not
 * matter which class loader they live in: a class defined in their package, or made by {@code LambdaMetafactory}, would
 * not see this package's types from a child loader, or be seen by it. A hidden class is unloaded with the bean factory
 * that uses it.
 */
final class HandlerCallFactory {

    /** The shape every handle must be adapted to. */
    static final MethodType SHAPE = MethodType.methodType(Object.class, Object.class, Object.class, Pid.class,
            ProcessContext.class, Ref.class, Children.class);

    private static final byte[] TEMPLATE = template();

    private HandlerCallFactory() {}

    static HandlerCall of(MethodHandle handle) {
        try {
            MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClassWithClassData(TEMPLATE,
                    handle.asType(SHAPE), true);
            return (HandlerCall) hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("no caller could be generated for " + handle, e);
        }
    }

    private static byte[] template() {
        ClassDesc self = ClassDesc.of(HandlerCall.class.getPackageName(), "GeneratedHandlerCall");
        MethodTypeDesc shape = SHAPE.describeConstable().orElseThrow();
        return ClassFile.of().build(self, type -> type
                .withFlags(AccessFlag.FINAL, AccessFlag.SYNTHETIC)
                .withInterfaceSymbols(HandlerCall.class.describeConstable().orElseThrow())
                .withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, 0, code -> code
                        .aload(0)
                        .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                        .return_())
                .withMethodBody("call", shape, ClassFile.ACC_PUBLIC, code -> invokeClassData(code, shape)));
    }

    private static void invokeClassData(CodeBuilder code, MethodTypeDesc shape) {
        code.loadConstant(DynamicConstantDesc.ofNamed(ConstantDescs.BSM_CLASS_DATA, ConstantDescs.DEFAULT_NAME,
                ConstantDescs.CD_MethodHandle));
        for (int parameter = 0; parameter < shape.parameterCount(); parameter++) {
            code.aload(1 + parameter);
        }
        code.invokevirtual(ConstantDescs.CD_MethodHandle, "invokeExact", shape).areturn();
    }
}
