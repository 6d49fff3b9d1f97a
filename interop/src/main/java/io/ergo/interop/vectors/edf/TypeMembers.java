package io.ergo.interop.vectors.edf;

import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.edf.TypeExpression;
import io.ergo.network.edf.WireType;

/** Members that hold a type expression. */
final class TypeMembers {

    private TypeMembers() {}

    static WireType type(Entry entry, String member) {
        return parse(entry.text(member));
    }

    static WireType parse(String expression) {
        try {
            return TypeExpression.parse(expression);
        } catch (IllegalArgumentException bad) {
            throw new Mismatch(String.valueOf(bad.getMessage()));
        }
    }
}
