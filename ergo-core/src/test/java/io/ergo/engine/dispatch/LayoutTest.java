package io.ergo.engine.dispatch;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two slots next to each other in memory must not share a cache line: 128 bytes before the hot fields and 128 behind.
 */
class LayoutTest {

    @ParameterizedTest
    @ValueSource(classes = {Slot.class, RunQueue.class, PaddedLong.class})
    void hotFields_lieBetweenPaddings(Class<?> type) {
        Class<?> fields = type.getSuperclass();
        assertThat(longs(type)).as("behind").isGreaterThanOrEqualTo(16);
        assertThat(fields.getSuperclass()).as("before").isSameAs(Padding.class);
        assertThat(longs(Padding.class)).isEqualTo(16);
        assertThat(fields.getDeclaredFields()).isNotEmpty();
    }

    /** Nobody puts anything hot behind a worker, so what is in front of it keeps two of them apart. */
    @Test
    void worker_startsWithAPadding() {
        assertThat(NextTask.class.getSuperclass()).isSameAs(Padding.class);
        assertThat(Worker.class).isAssignableTo(NextTask.class);
    }

    private static long longs(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).filter(LayoutTest::isPadding).count();
    }

    private static boolean isPadding(Field field) {
        return field.getType() == long.class && !Modifier.isStatic(field.getModifiers());
    }
}
