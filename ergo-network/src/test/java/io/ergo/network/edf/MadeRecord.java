package io.ergo.network.edf;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.Attribute;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Signature;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The class file of a public record as the Java compiler would make it.
 *
 * @param name of the class
 * @param wireName what stands in its {@link EdfType}, null for none
 * @param components its components
 */
record MadeRecord(String name, @Nullable String wireName, List<Component> components) {

    private static final ClassDesc RECORD = ClassDesc.of("java.lang.Record");
    private static final DirectMethodHandleDesc OBJECT_METHODS = MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC, ClassDesc.of("java.lang.runtime.ObjectMethods"), "bootstrap",
            MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_MethodHandles_Lookup, ConstantDescs.CD_String,
                    ClassDesc.of("java.lang.invoke.TypeDescriptor"), ConstantDescs.CD_Class, ConstantDescs.CD_String,
                    ConstantDescs.CD_MethodHandle.arrayType()));

    /**
     * A component.
     *
     * @param name its name
     * @param type its class
     * @param signature its type with arguments, as it stands in class files
     * @param wanted what stands in its {@link EdfField}, null for none
     * @param nullable whether it carries {@link Nullable}
     */
    record Component(String name, ClassDesc type, String signature, @Nullable String wanted,
            boolean nullable) {}

    byte[] bytes() {
        ClassDesc self = ClassDesc.of(name);
        return ClassFile.of().build(self, made -> {
            made.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL).withSuperclass(RECORD)
                    .with(RecordAttribute.of(components.stream().map(MadeRecord::info).toList()));
            if (wireName != null) {
                made.with(RuntimeVisibleAnnotationsAttribute.of(annotation(EdfType.class, wireName)));
            }
            for (Component each : components) {
                made.withField(each.name(), each.type(), ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
                made.withMethodBody(each.name(), MethodTypeDesc.of(each.type()), ClassFile.ACC_PUBLIC,
                        code -> code.aload(0).getfield(self, each.name(), each.type())
                                .return_(TypeKind.from(each.type())));
            }
            made.withMethodBody(ConstantDescs.INIT_NAME, MethodTypeDesc.of(ConstantDescs.CD_void,
                    components.stream().map(Component::type).toList()), constructorFlags(), code -> {
                        code.aload(0).invokespecial(RECORD, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
                        for (int i = 0; i < components.size(); i++) {
                            Component each = components.get(i);
                            code.aload(0).loadLocal(TypeKind.from(each.type()), code.parameterSlot(i))
                                    .putfield(self, each.name(), each.type());
                        }
                        code.return_();
                    });
            objectMethod(made, "equals", MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object));
            objectMethod(made, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int));
            objectMethod(made, "toString", MethodTypeDesc.of(ConstantDescs.CD_String));
        });
    }

    /** Whoever can takes any number of arguments. */
    private int constructorFlags() {
        return ClassFile.ACC_PUBLIC
                | (!components.isEmpty() && components.getLast().type().isArray() ? ClassFile.ACC_VARARGS : 0);
    }

    private void objectMethod(ClassBuilder made, String method, MethodTypeDesc type) {
        ClassDesc self = ClassDesc.of(name);
        List<ConstantDesc> arguments = new ArrayList<>();
        arguments.add(self);
        arguments.add(components.stream().map(Component::name).collect(Collectors.joining(";")));
        components.forEach(each -> arguments.add(MethodHandleDesc.ofField(DirectMethodHandleDesc.Kind.GETTER, self,
                each.name(), each.type())));
        made.withMethodBody(method, type, ClassFile.ACC_PUBLIC, code -> {
            code.aload(0);
            if (type.parameterCount() > 0) {
                code.aload(1);
            }
            code.invokedynamic(DynamicCallSiteDesc.of(OBJECT_METHODS, method, type.insertParameterTypes(0, self),
                    arguments.toArray(ConstantDesc[]::new))).return_(TypeKind.from(type.returnType()));
        });
    }

    private static RecordComponentInfo info(Component component) {
        List<Attribute<?>> attributes = new ArrayList<>();
        attributes.add(SignatureAttribute.of(Signature.parseFrom(component.signature())));
        List<Annotation> annotations = new ArrayList<>();
        if (component.wanted() != null) {
            annotations.add(annotation(EdfField.class, component.wanted()));
        }
        if (component.nullable()) {
            annotations.add(Annotation.of(Nullable.class.describeConstable().orElseThrow()));
        }
        attributes.add(RuntimeVisibleAnnotationsAttribute.of(annotations));
        return RecordComponentInfo.of(component.name(), component.type(), attributes);
    }

    private static Annotation annotation(Class<?> type, String value) {
        return Annotation.of(type.describeConstable().orElseThrow(), AnnotationElement.ofString("value", value));
    }
}
