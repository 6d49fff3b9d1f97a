package io.ergo.proofs;

import java.util.List;

import static io.ergo.proofs.Edge.change;

/**
 * Pairs of a store and a later load that the runtime relies on, as far as a stress test notices a missing order; each side is an edge of its own.
 * Of some pairs only one side is here, where weakening the other changes nothing on common processors. The rarer pairs are argued in comments where they
 * stand: senders that enter against the end of the receiver ({@code PatientQueue}), deadlines against their monitor ({@code Deadlines}), the
 * ringer ({@code Doorbell}), calls against the close of the node ({@code CoreCalls}), names taken back while a relation is made
 * ({@code Relating}), spawns and starts against the stop of the node ({@code Spawner}, {@code Launch}).
 */
final class Edges {

    private static final String PROCESS = "io/ergo/engine/process/LocalProcess.java";
    private static final String QUEUE = "io/ergo/engine/mailbox/MpscQueue.java";
    private static final String MAILBOX = "io/ergo/engine/mailbox/Mailbox.java";
    private static final String PATIENT_QUEUE = "io/ergo/engine/mailbox/PatientQueue.java";
    private static final String WAITER = "io/ergo/spi/Waiter.java";
    private static final String RUN_QUEUE = "io/ergo/engine/dispatch/RunQueue.java";
    private static final String WORD = "io/ergo/engine/dispatch/PaddedLong.java";
    private static final String STAFFING = "io/ergo/engine/dispatch/Staffing.java";
    private static final String DOORBELL = "io/ergo/engine/dispatch/Doorbell.java";

    private Edges() {}

    static List<Edge> all() {
        return List.of(
                Edge.of("sender: head, then state", QUEUE, "WakeUpStress.MainQueue",
                        change("(Envelope) HEAD.getAndSet(this, envelope);",
                                "(Envelope) HEAD.getOpaque(this); HEAD.setRelease(this, envelope);")),
                Edge.of("owner: state, then head", PROCESS, "WakeUpStress.MainQueue",
                        change("Object mark = mailbox.mark();",
                                "Object mark = mailbox.mark(); boolean empty = mailbox.isMainEmptySince(mark);"),
                        change("if (mailbox.isMainEmptySince(mark) || ", "if (empty || ")),
                Edge.of("sender: rare queue, then flag", MAILBOX, "WakeUpStress.RareQueue",
                        change("MpscQueue queue = rare().of(kind);",
                                "MpscQueue queue = rare().of(kind); state.raise(StateWord.RARE);"),
                        change("state.raise(kind == QueueKind.LOG ? StateWord.LOGS : StateWord.RARE);", "")),
                Edge.of("owner: flag, then rare queues", MAILBOX, "WakeUpStress.RareQueue",
                        change("if (rare.overtakes()) {", "if (rare == null) {")),
                Edge.of("owner: flag, then log queue", MAILBOX, "WakeUpStress.LogQueue",
                        change("if (!rare.log.isEmpty()) {", "if (rare == null) {")),
                Edge.of("owner: thread, then state", PROCESS, "KillStress.OwnerPauses",
                        change("THREAD.setVolatile(this, null);", "THREAD.setRelease(this, null);")),
                Edge.of("owner: call, then state", PROCESS, "KillStress.OwnerCallsInInit",
                        change("PENDING.setVolatile(this, ", "PENDING.setRelease(this, ")),
                Edge.of("completer: result, then sleeper", WAITER, "WaiterStress.CompleteAndSleep",
                        change("if (!RESULT.compareAndSet(this, null, value)) {",
                                "boolean first = RESULT.getOpaque(this) == null; RESULT.setRelease(this, value); if (!first) {")),
                Edge.of("sleeper: sleeper, then result", WAITER, "WaiterStress.CompleteAndSleep",
                        change("SLEEPER.setVolatile(this, waiting);", "SLEEPER.setRelease(this, waiting);")),
                Edge.of("taker: count, then waiting senders", PATIENT_QUEUE, "FullQueueStress.EnterAndTake",
                        change("VarHandle.fullFence();\n            wakeOne();", "wakeOne();")),
                Edge.of("pusher: run queue, then idle slots", RUN_QUEUE, "ReadyStress.PushAndGoIdle",
                        change("LOCK.setVolatile(this, 0);", "LOCK.setRelease(this, 0);")),
                Edge.of("idler: idle slot, then run queue", WORD, "ReadyStress.PushAndGoIdle",
                        change("VALUE.getAndBitwiseOr(this, bits);",
                                "VALUE.setRelease(this, (long) VALUE.getOpaque(this) | bits);")),
                Edge.of("searcher: end of search and idle slot, then ready tasks", STAFFING,
                        "ReadyStress.WakeAndGiveUp",
                        change("idle.raise(slot);\n        if (ready.needsWorker(null)) {",
                                "boolean needed = ready.needsWorker(null); idle.raise(slot); if (needed) {")),
                Edge.of("monitor: rests, then work", DOORBELL, "ReadyStress.RingAndRest",
                        change("private volatile @Nullable Thread resting;", "private @Nullable Thread resting;")));
    }
}
