package io.ergo.network.enp;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import io.ergo.Priority;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;

/** Frames of every kind, made from the components of its record; so a new kind is among them by itself. */
final class RandomFrames {

    private static final List<String> TEXTS = List.of("a", "z", "ä", "€", "𝄞", "@", "\0", "longer than the others");

    private final RandomGenerator random;
    private final ByteBufAllocator allocator;

    RandomFrames(RandomGenerator random, ByteBufAllocator allocator) {
        this.random = random;
        this.allocator = allocator;
    }

    static Stream<Class<? extends Frame>> kinds() {
        return Arrays.stream(Frame.class.getPermittedSubclasses()).map(kind -> kind.asSubclass(Frame.class));
    }

    Frame next(Class<? extends Frame> kind) {
        return make(kind, this::component);
    }

    /** Returns the frame of this kind that takes the fewest bytes. */
    static Frame smallest(Class<? extends Frame> kind) {
        return make(kind, RandomFrames::smallest);
    }

    private interface Components {

        Object of(RecordComponent component);
    }

    private static Frame make(Class<? extends Frame> kind, Components values) {
        RecordComponent[] components = kind.getRecordComponents();
        try {
            return kind
                    .getConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(Arrays.stream(components).map(values::of).toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(kind.getName(), e);
        }
    }

    private static Object smallest(RecordComponent component) {
        return switch (component.getType().getSimpleName()) {
            case "int" -> 0;
            case "long" -> 0L;
            case "String" -> "";
            case "PriorityByte" -> PriorityByte.NORMAL;
            case "Priority" -> Priority.NORMAL;
            case "ErrorCode" -> ErrorCode.DELIVERED;
            case "IdWords" -> new IdWords(0, 0, 0);
            default -> Unpooled.EMPTY_BUFFER;
        };
    }

    private Object component(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == int.class) {
            return number(component.getName());
        }
        if (type == long.class) {
            return component.getName().equals("length") ? random.nextLong(1L << Integer.SIZE) : random.nextLong();
        }
        if (type == String.class) {
            return name();
        }
        if (type == PriorityByte.class) {
            return new PriorityByte(any(Priority.values()), random.nextBoolean());
        }
        if (type == IdWords.class) {
            return new IdWords(random.nextLong(), random.nextLong(), random.nextLong());
        }
        return type.isEnum() ? any(type.getEnumConstants()) : payload();
    }

    private int number(String component) {
        return switch (component) {
            case "order", "compression" -> random.nextInt(256);
            case "type" -> 201 + random.nextInt(55);
            default -> random.nextInt(1 << Short.SIZE);
        };
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(10); i > 0; i--) {
            name.append(TEXTS.get(random.nextInt(TEXTS.size())));
        }
        return name.toString();
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private ByteBuf payload() {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return bytes.length == 0 ? Unpooled.EMPTY_BUFFER : allocator.buffer().writeBytes(bytes);
    }
}
