package io.ergo.network.enp.request;

import java.util.ArrayList;
import java.util.List;

import io.ergo.network.framework.FrameworkTypes;

/** All types of this package that are sent. */
public final class Requests {

    private Requests() {}

    /** Returns all requests and {@link MessageResult}, for {@link FrameworkTypes#register}. */
    public static List<Class<?>> records() {
        List<Class<?>> records = new ArrayList<>();
        add(NodeRequest.class, records);
        records.add(MessageResult.class);
        return records;
    }

    private static void add(Class<?> type, List<Class<?>> records) {
        if (type.isRecord()) {
            records.add(type);
        } else {
            for (Class<?> member : type.getPermittedSubclasses()) {
                add(member, records);
            }
        }
    }
}
