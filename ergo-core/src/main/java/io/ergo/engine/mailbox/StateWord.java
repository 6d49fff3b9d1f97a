package io.ergo.engine.mailbox;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import io.ergo.ProcessState;

/**
 * The state of a process in one word: a phase, and flags that can be up beside it. All changes are compare-and-set.
 *
 * <pre>
 *   INIT ──────────────→ SLEEP          the spawner, when init returned
 *   SLEEP ─────────────→ RUNNING        the sender who wins, after its offer
 *   RUNNING ───────────→ SLEEP          the owner, only if no flag is up
 *   RUNNING ←──────────→ WAIT           the owner, around a call
 *   INIT|SLEEP|RUNNING|WAIT → ZOMBEE    kill
 *   any ───────────────→ TERMINATED     the owner, once
 * </pre>
 *
 * <p>RUNNING means "in a run queue or on a worker". The owner is the worker that took the process from a run queue, during INIT the
 * spawner's thread; the word hands the owner's fields from one to the next.
 *
 * <p>{@code RARE} is up if the urgent or the system queue may hold something, {@code LOGS} if the log queue may. A flag may be up with empty
 * queues, never the reverse for longer than an offer takes. So one acquire read of the word for each message tells the owner both whether
 * it was killed and whether something overtakes the main queue. {@code INTERRUPTING} is up while a killer interrupts the owner's thread.
 */
public abstract class StateWord {

    /** {@code init} executes. */
    public static final int INIT = 1;
    /** Nothing to do. */
    public static final int SLEEP = 2;
    /** Ready, or on a worker. */
    public static final int RUNNING = 4;
    /** Blocked in a call. */
    public static final int WAIT = 8;
    /** Ended. */
    public static final int TERMINATED = 16;
    /** Killed, but its callback executes. */
    public static final int ZOMBEE = 32;
    /** All phases in which messages are accepted. */
    public static final int ALIVE = INIT | SLEEP | RUNNING | WAIT;

    /** Flag: something may wait in the urgent or the system queue. */
    static final int RARE = 256;
    /** Flag: something may wait in the log queue. */
    static final int LOGS = 512;
    /** Flag: a killer is about to interrupt the thread of the owner, who waits for it before it goes on to another process. */
    protected static final int INTERRUPTING = 1024;

    /** Flag: a killer has interrupted the thread that executed a callback. */
    protected static final int INTERRUPTED = 4096;

    /** Flag: {@code init} runs on a thread of its own, which a kill may interrupt; down again before the process is ready. */
    protected static final int ASIDE = 2048;

    private static final int PHASES = 63;
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(StateWord.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private int state = INIT;

    /** Any thread. Volatile: after an offer this is ordered behind the swap of the queue's head. */
    protected final int stateVolatile() {
        return (int) STATE.getVolatile(this);
    }

    /** The owner, for each message. */
    protected final int stateAcquire() {
        return (int) STATE.getAcquire(this);
    }

    /** The owner, who alone changes the phases it asks for; or a hint. */
    protected final int stateOpaque() {
        return (int) STATE.getOpaque(this);
    }

    /** Volatile compare-and-set of the whole word. */
    protected final boolean change(int from, int to) {
        return STATE.compareAndSet(this, from, to);
    }

    /** Changes the phase and keeps the flags; returns false if the phase is another one. */
    protected final boolean move(int from, int to) {
        for (int s = stateVolatile(); (s & from) != 0; s = stateVolatile()) {
            if (change(s, (s & ~PHASES) | to)) {
                return true;
            }
        }
        return false;
    }

    /** Raises a flag. */
    protected final void raise(int flag) {
        STATE.getAndBitwiseOr(this, flag);
    }

    /** Lowers a flag; volatile, so that a look into the queues afterwards sees what was offered before the flag went up. */
    protected final void lower(int flag) {
        STATE.getAndBitwiseAnd(this, ~flag);
    }

    /** Returns the phase as others see it. */
    public final ProcessState processState() {
        return switch (stateVolatile() & PHASES) {
            case INIT -> ProcessState.INIT;
            case SLEEP -> ProcessState.SLEEP;
            case RUNNING -> ProcessState.RUNNING;
            case WAIT -> ProcessState.WAIT_RESPONSE;
            case ZOMBEE -> ProcessState.ZOMBEE;
            default -> ProcessState.TERMINATED;
        };
    }
}
