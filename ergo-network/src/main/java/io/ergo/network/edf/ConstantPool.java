package io.ergo.network.edf;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.util.ArrayList;
import java.util.List;

/** The objects that a hidden class has for constants. */
final class ConstantPool {

    private final List<Object> values = new ArrayList<>();

    /** Loads the value as an instance of the class. */
    void load(CodeBuilder code, Object value, Class<?> type) {
        code.loadConstant(DynamicConstantDesc.ofNamed(ConstantDescs.BSM_CLASS_DATA_AT, ConstantDescs.DEFAULT_NAME,
                desc(type), values.size()));
        values.add(value);
    }

    /** Returns the class data. */
    List<Object> values() {
        return values;
    }

    static ClassDesc desc(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }
}
