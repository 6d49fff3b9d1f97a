package io.ergo.benchmarks.edf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.protobuf.Message;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.benchmarks.edf.proto.ComplexMessage;
import io.ergo.benchmarks.edf.proto.ItemMessage;
import io.ergo.benchmarks.edf.proto.ItemsMessage;
import io.ergo.benchmarks.edf.proto.NestedMessage;
import io.ergo.benchmarks.edf.proto.PidMessage;
import io.ergo.benchmarks.edf.proto.ProcessIdMessage;
import io.ergo.benchmarks.edf.proto.TextMessage;

/** Our values as messages of protocol buffers, and back. */
final class Messages {

    private Messages() {}

    static Message of(Object value) {
        return switch (value) {
            case String text -> TextMessage.newBuilder().setText(text).build();
            case Map<?, ?> items -> items(items);
            case Complex complex -> complex(complex);
            case Nested nested -> nested(nested);
            default -> throw new IllegalArgumentException("no message is made for " + value);
        };
    }

    static Object value(Message message) {
        return switch (message) {
            case TextMessage text -> text.getText();
            case ItemsMessage items -> items(items);
            case ComplexMessage complex -> complex(complex);
            case NestedMessage nested -> nested(nested);
            default -> throw new IllegalArgumentException("no value is made of " + message);
        };
    }

    private static ItemsMessage items(Map<?, ?> items) {
        ItemsMessage.Builder message = ItemsMessage.newBuilder();
        items.forEach((key, value) -> {
            Item item = (Item) value;
            message.putItems((String) key, ItemMessage.newBuilder().setName(item.name()).setId(item.id()).build());
        });
        return message.build();
    }

    private static Map<String, Item> items(ItemsMessage message) {
        Map<String, Item> items = new LinkedHashMap<>();
        message.getItemsMap().forEach((key, item) -> items.put(key, new Item(item.getName(), item.getId())));
        return items;
    }

    private static ComplexMessage complex(Complex value) {
        return ComplexMessage.newBuilder().setName(value.name()).setId(value.id()).addAllTags(value.tags())
                .putAllMetadata(value.metadata()).setPid(pid(value.pid())).setProcessId(processId(value.processId()))
                .build();
    }

    private static Complex complex(ComplexMessage message) {
        return new Complex(message.getName(), message.getId(), List.copyOf(message.getTagsList()),
                new LinkedHashMap<>(message.getMetadataMap()), pid(message.getPid()),
                processId(message.getProcessId()));
    }

    private static NestedMessage nested(Nested value) {
        NestedMessage.Builder message = NestedMessage.newBuilder().setName(value.name()).setId(value.id())
                .setComplex(complex(value.complex())).putAllLabels(value.labels());
        value.parts().forEach((key, part) -> message.putParts(key, complex(part)));
        return message.build();
    }

    private static Nested nested(NestedMessage message) {
        Map<String, Complex> parts = new LinkedHashMap<>();
        message.getPartsMap().forEach((key, part) -> parts.put(key, complex(part)));
        return new Nested(message.getName(), message.getId(), complex(message.getComplex()), parts,
                new LinkedHashMap<>(message.getLabelsMap()));
    }

    private static PidMessage pid(Pid pid) {
        return PidMessage.newBuilder().setNode(pid.node()).setId(pid.id()).setCreation(pid.creation()).build();
    }

    private static Pid pid(PidMessage message) {
        return new Pid(message.getNode(), message.getId(), message.getCreation());
    }

    private static ProcessIdMessage processId(ProcessId id) {
        return ProcessIdMessage.newBuilder().setNode(id.node()).setName(id.name()).build();
    }

    private static ProcessId processId(ProcessIdMessage message) {
        return new ProcessId(message.getName(), message.getNode());
    }
}
