package io.ergo.engine.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import io.ergo.Args;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.engine.dispatch.ThreadedDispatcher;
import io.ergo.engine.log.LogOptions;
import io.ergo.spi.BehaviorContext;
import io.ergo.spi.Entry;
import io.ergo.spi.ProcessBehavior;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessTableTest {

    private final Kernel kernel = new Kernel("table@localhost", 1,
            ThreadedDispatcher.start("table", 1, (what, thrown) -> {}), thrown -> {}, false, LogOptions.defaults());
    private final ProcessTable table = new ProcessTable();

    private static final class Nothing implements ProcessBehavior {

        @Override
        public void start(BehaviorContext context, Args args) {}

        @Override
        public void handle(Entry entry) {}

        @Override
        public void end(Reason why) {}
    }

    @AfterEach
    void close() {
        kernel.dispatcher().close();
    }

    private LocalProcess process(long id) {
        return new LocalProcess(kernel, new Pid("table@localhost", id, 1), new Nothing(), SpawnOptions.defaults(),
                kernel.coreOrigin(Variables.none()));
    }

    @Test
    void putAndRemove_randomOperations_agreeWithAMap() {
        Random random = new Random(42);
        Map<Long, LocalProcess> model = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            long id = random.nextInt(2_000);
            LocalProcess present = model.get(id);
            if (present == null) {
                LocalProcess fresh = process(id);
                model.put(id, fresh);
                table.put(fresh);
            } else {
                assertThat(table.remove(present)).isTrue();
                assertThat(table.remove(present)).isFalse();
                model.remove(id);
            }
            long asked = random.nextInt(2_000);
            assertThat(table.get(asked)).isSameAs(model.get(asked));
        }
        assertThat(table.size()).isEqualTo(model.size());
    }

    @Test
    void page_manyProcesses_isAscendingFromTheGivenId() {
        for (long id = 1; id <= 500; id++) {
            table.put(process(id * 7));
        }

        List<Long> page = table.page(70, 3).stream().map(p -> p.pid.id()).toList();

        assertThat(page).containsExactly(70L, 77L, 84L);
        assertThat(table.page(0, Integer.MAX_VALUE)).hasSize(500);
    }

    /** A process that stays must be found at any moment, whatever comes and goes around it and however often the table grows. */
    @Test
    void get_whileOthersComeAndGo_alwaysFindsWhatStays() throws Exception {
        LocalProcess stays = process(16);
        table.put(stays);
        AtomicBoolean stop = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> writer = threads.submit(() -> {
                for (int round = 0; round < 300; round++) {
                    LocalProcess[] guests = new LocalProcess[200];
                    for (int i = 0; i < guests.length; i++) {
                        guests[i] = process(16L * (i + 2)); // the same stripe
                        table.put(guests[i]);
                    }
                    for (LocalProcess guest : guests) {
                        table.remove(guest);
                    }
                }
                stop.set(true);
            });
            Future<Integer> misses = threads.submit(() -> {
                int missed = 0;
                while (!stop.get()) {
                    missed += table.get(16) == stays ? 0 : 1;
                }
                return missed;
            });
            writer.get();
            assertThat(misses.get()).isZero();
        }
    }
}
