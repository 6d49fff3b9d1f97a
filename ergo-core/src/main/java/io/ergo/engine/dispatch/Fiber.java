package io.ergo.engine.dispatch;

import io.ergo.spi.Dispatcher.Carrier;
import io.ergo.spi.Dispatcher.Task;

import org.jspecify.annotations.Nullable;

/**
 * A thread of a simulation; does one work after the other, so that a task may wait in the middle of its own. All
 * fields belong to whoever has the turn, and the turn orders what they read and write.
 */
final class Fiber implements Carrier {
    /** The fiber of the calling thread, of whatever simulation. */
    private static final ThreadLocal<@Nullable Fiber> CURRENT = new ThreadLocal<>();
    private static final int MOST_MESSAGES = 16;
    private final Stage stage;
    private final Agenda agenda;
    private final Failures failures;
    private final Turn turn;
    private @Nullable Work work;
    private boolean runsTask;
    private int messagesLeft;
    /** When the time began to pass for what its task executes. */
    private @Nullable Sighting sighting;
    private @Nullable Object occupant;

    Fiber(Stage stage, Agenda agenda, SystemPlatform platform, Failures failures) {
        this.stage = stage;
        this.agenda = agenda;
        this.failures = failures;
        Thread thread = platform.virtualThread("simulation-fiber", this::workInTurn);
        turn = new Turn(thread);
        platform.start(thread);
    }

    /** Returns the fiber of the calling thread, null if it is none of this stage. */
    static @Nullable Fiber current(Stage stage) {
        Fiber fiber = CURRENT.get();
        return fiber != null && fiber.stage == stage ? fiber : null;
    }

    Turn turn() {
        return turn;
    }

    /** Says what to do at its next turn; null: to end. */
    void assign(@Nullable Work next) {
        work = next;
    }

    boolean runsTask() {
        return runsTask;
    }

    /** It is going to wait, so time passes from now on. */
    void noteTime() {
        Object what = work instanceof Work.Activation(Task task) ? task.executing(thread()) : null;
        if (what == null) {
            sighting = null;
        } else if (sighting == null || !sighting.isOf(what)) {
            sighting = new Sighting(what, agenda.now());
        }
    }

    /** Returns for how long the task has been executing what it executes on this fiber; zero if it does not. */
    long executingNanos(Task task) {
        boolean runsIt = work instanceof Work.Activation(Task mine) && mine.equals(task);
        return runsIt && sighting != null && sighting.isOf(task.executing(thread()))
                ? agenda.now() - sighting.sinceNanos()
                : 0;
    }

    private void workInTurn() {
        CURRENT.set(this);
        turn.await();
        try {
            while (work != null) {
                perform(work);
                work = null;
                stage.free(this);
            }
        } catch (Throwable e) { // ours, or no memory: what works throw does not come here
            stage.fail(e);
        }
    }

    private void perform(Work assigned) {
        try {
            switch (assigned) {
                case Work.Activation(Task task) -> activate(task);
                case Work.Action(String name, Runnable body) -> act(name, body);
            }
        } finally {
            Thread.interrupted(); // meant for this work, not for the next
        }
    }

    private void activate(Task task) {
        messagesLeft = 1 + agenda.draw(MOST_MESSAGES);
        runsTask = true;
        try {
            if (task.run(this)) {
                stage.add(new Event.Start(new Work.Activation(task)));
            }
        } catch (Throwable e) {
            failures.report(task.label(), e);
        } finally {
            runsTask = false;
        }
    }

    private void act(String name, Runnable body) {
        try {
            body.run();
        } catch (Throwable e) {
            failures.report(name, e);
        }
    }

    @Override
    public Thread thread() {
        return turn.owner();
    }

    /** True after a number of messages drawn for each activation, so that interleavings vary. */
    @Override
    public boolean sliceOver() {
        return --messagesLeft <= 0;
    }

    @Override
    public @Nullable Object occupant() {
        return occupant;
    }

    @Override
    public void occupant(@Nullable Object newOccupant) {
        occupant = newOccupant;
    }

    /** Zero: time stands still while a task runs. */
    @Override
    public long takeRunningNanos() {
        return 0;
    }
}
