package io.ergo.engine.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import io.ergo.Args;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.SpawnOptions;
import io.ergo.actor.Actor;
import io.ergo.engine.NodeBuilder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Callbacks in the JDK's flight recorder. */
class FlightRecorderTest {

    private final Node node = NodeBuilder.named("jfr@localhost").start();

    static final class Clerk extends Actor {

        @Override
        protected void init(Args args) {}

        @Override
        protected void handleMessage(Pid from, Object message) {
            if (message.equals("fail")) {
                throw new IllegalStateException("on purpose");
            }
        }

        @Override
        protected Reply handleCall(Pid from, Ref ref, Object request) {
            return Reply.of(request);
        }
    }

    private List<RecordedEvent> record(Path folder, Duration threshold, Runnable work) throws Exception {
        Path file = folder.resolve("recording.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("io.ergo.Handler").withThreshold(threshold);
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("io.ergo.Handler"))
                .sorted(Comparator.comparing(RecordedEvent::getStartTime)).toList();
    }

    private static List<String> texts(List<RecordedEvent> events) {
        return events.stream().map(event -> event.getString("callback") + " " + event.getString("messageType"))
                .toList();
    }

    @Test
    void callbacks_whileSomebodyRecords_areEventsThatNameTheProcess(@TempDir Path folder) throws Exception {
        List<RecordedEvent> events = record(folder, Duration.ZERO, () -> {
            Pid pid = node.spawn(Clerk::new, SpawnOptions.named("clerk"));
            node.send(pid, 7).orThrow();
            node.call(pid, "question", String.class);
            node.sendExit(pid, Reason.SHUTDOWN).orThrow();
            node.stop();
        });

        assertThat(texts(events)).containsSubsequence("init ", "message java.lang.Integer", "request java.lang.String",
                "exit io.ergo.MessageExitPid", "terminate ");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getString("node")).isEqualTo("jfr@localhost");
            assertThat(event.getString("behavior")).isEqualTo(Clerk.class.getName());
            assertThat(event.getString("pid")).endsWith(".1001>");
            assertThat(event.getThread()).isNotNull();
        });
        assertThat(events).anySatisfy(event -> assertThat(event.getString("name")).isEqualTo("clerk"));
    }

    @Test
    void callback_thatThrows_isAnEventToo(@TempDir Path folder) throws Exception {
        List<RecordedEvent> events = record(folder, Duration.ZERO, () -> {
            Pid pid = node.spawn(Clerk::new);
            node.send(pid, "fail").orThrow();
            Awaitility.await("it has failed").until(() -> node.statistics().terminated().get("panic") == 1);
            node.stop();
        });

        assertThat(texts(events)).contains("message java.lang.String");
    }

    @Test
    void callbacks_belowTheThreshold_areNoEvents(@TempDir Path folder) throws Exception {
        List<RecordedEvent> events = record(folder, Duration.ofHours(1), () -> {
            node.call(node.spawn(Clerk::new), "question", String.class);
            node.stop();
        });

        assertThat(events).isEmpty();
        assertThat(FlightRecorder.isOn()).as("nobody records any more").isFalse();
    }
}
