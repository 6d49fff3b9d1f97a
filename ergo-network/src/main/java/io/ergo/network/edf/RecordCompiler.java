package io.ergo.network.edf;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.util.List;

/**
 * Makes the codecs of records: for each a hidden class of this package. It names none of the user's classes; accessors, constructor and codecs are
 * constants among its class data, which the JIT sees through as if they had been named. So it does not matter which class loader a record comes from,
 * or whether it is private: whoever got hold of its accessors can compile it.
 */
final class RecordCompiler {

    /** HotSpot leaves longer methods to its interpreter, which is slower than the reference by far. */
    private static final int MOST_CODE = 8000;

    private static final ClassDesc SUPER = ConstantPool.desc(GeneratedRecord.class);
    private static final MethodType CONSTRUCTOR = MethodType.methodType(void.class, RecordType.class, List.class);

    private final EdfCodecs codecs;
    private final Definer definer;

    RecordCompiler(EdfCodecs codecs) {
        this(codecs, MethodHandles.lookup()::defineHiddenClassWithClassData);
    }

    RecordCompiler(EdfCodecs codecs, Definer definer) {
        this.codecs = codecs;
        this.definer = definer;
    }

    /** Defines hidden classes. */
    interface Definer {

        MethodHandles.Lookup define(byte[] bytes, Object classData, boolean initialize) throws IllegalAccessException;
    }

    /** Returns what does the same, faster if that is wanted and possible. */
    RegisteredType compile(RecordType type) {
        return codecs == EdfCodecs.GENERATED ? generated(type) : type;
    }

    /** A virtual machine without hidden classes says so by one of several errors, some of them its own. What it says of the class file is our fault. */
    private RegisteredType generated(RecordType type) {
        List<Segment> segments = Segment.of(type);
        ConstantPool constants = new ConstantPool();
        try {
            byte[] bytes = bytes(type, segments, constants);
            return isCompiled(bytes) ? defined(type, segments, bytes, constants) : type;
        } catch (VirtualMachineError | ClassFormatError | VerifyError e) {
            throw e;
        } catch (Throwable e) {
            return type;
        }
    }

    private RegisteredType defined(RecordType type, List<Segment> segments, byte[] bytes, ConstantPool constants)
            throws Throwable {
        MethodHandles.Lookup hidden = definer.define(bytes, constants.values(), true);
        MethodHandle constructor = hidden.findConstructor(hidden.lookupClass(), CONSTRUCTOR);
        return (GeneratedRecord) constructor.invoke(type, segments);
    }

    private static boolean isCompiled(byte[] bytes) {
        return ClassFile.of().parse(bytes).methods().stream()
                .flatMap(method -> method.findAttribute(Attributes.code()).stream())
                .allMatch(code -> code.codeLength() <= MOST_CODE);
    }

    private static byte[] bytes(RecordType type, List<Segment> segments, ConstantPool constants) {
        ClassDesc self = ClassDesc.of(RecordCompiler.class.getPackageName(), "Generated");
        return ClassFile.of().build(self, made -> made
                .withFlags(AccessFlag.FINAL, AccessFlag.SYNTHETIC)
                .withSuperclass(SUPER)
                .withMethodBody(ConstantDescs.INIT_NAME, CONSTRUCTOR.describeConstable().orElseThrow(), 0,
                        RecordCompiler::constructor)
                .withMethodBody("write", WriteMethod.TYPE, 0,
                        code -> new WriteMethod(type, segments, constants, code).emit())
                .withMethodBody("read", ReadMethod.TYPE, 0,
                        code -> new ReadMethod(type, segments, constants, code).emit()));
    }

    private static void constructor(CodeBuilder code) {
        MethodTypeDesc type = CONSTRUCTOR.describeConstable().orElseThrow();
        code.aload(0).aload(1).aload(2).invokespecial(SUPER, ConstantDescs.INIT_NAME, type).return_();
    }
}
