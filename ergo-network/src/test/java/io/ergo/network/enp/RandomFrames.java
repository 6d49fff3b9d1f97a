package io.ergo.network.enp;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** Returns one whose components are within their ranges: what cannot be written is drawn again. */
    Frame next(Class<? extends Frame> kind) {
        while (true) {
            Frame frame = (Frame) make(kind, this::value);
            if (canBeWritten(frame)) {
                return frame;
            }
            frame.release();
        }
    }

    private static boolean canBeWritten(Frame frame) {
        try {
            frame.begin(Unpooled.buffer());
            return true;
        } catch (FrameException e) {
            return false;
        }
    }

    /** Returns the frame of this kind that takes the fewest bytes. */
    static Frame smallest(Class<? extends Frame> kind) {
        return kind == UnknownFrame.class ? new UnknownFrame(0, unknownType(), Unpooled.EMPTY_BUFFER)
                : (Frame) make(kind, RandomFrames::smallestValue);
    }

    /** Returns a number that no record has. */
    static int unknownType() {
        return IntStream.range(0, 256).filter(number -> !Frames.TABLE.isKnown(number)).findFirst().orElseThrow();
    }

    private static Object make(Class<?> type, Function<Class<?>, Object> values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types).newInstance(Arrays.stream(types).map(values).toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }

    private static Object smallestValue(Class<?> type) {
        if (type.isRecord()) {
            return make(type, RandomFrames::smallestValue);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "boolean" -> false;
            case "int" -> 0;
            case "long" -> 0L;
            case "String" -> "n";
            default -> Unpooled.EMPTY_BUFFER;
        };
    }

    private Object value(Class<?> type) {
        if (type.isRecord()) {
            return make(type, this::value);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        return switch (type.getSimpleName()) {
            case "boolean" -> random.nextBoolean();
            case "int" -> random.nextInt() >>> random.nextInt(Short.SIZE, Integer.SIZE);
            case "long" -> random.nextLong() >>> random.nextInt(Integer.SIZE + 1);
            case "String" -> name();
            default -> payload();
        };
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(1, 10); i > 0; i--) {
            name.append(TEXTS.get(random.nextInt(TEXTS.size())));
        }
        return name.toString();
    }

    private ByteBuf payload() {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return bytes.length == 0 ? Unpooled.EMPTY_BUFFER : allocator.buffer().writeBytes(bytes);
    }
}
