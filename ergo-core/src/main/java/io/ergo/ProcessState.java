package io.ergo;

/** The state of a process; which operation is allowed in which state is told by the operation. */
public enum ProcessState {

    /** Its {@code init} is executing on the spawner's thread. */
    INIT("init"),

    /** Alive with an empty mailbox; no thread is bound to it. */
    SLEEP("sleep"),

    /** It waits in a run queue or a worker executes its callbacks. */
    RUNNING("running"),

    /** Its callback is blocked in a call. */
    WAIT_RESPONSE("wait response"),

    /** It has ended, or its terminate callback is executing. */
    TERMINATED("terminated"),

    /** It was killed while a callback was executing, and ends when that callback returns. */
    ZOMBEE("zombee");

    private final String text;

    ProcessState(String text) {
        this.text = text;
    }

    /** Returns whether the process accepts messages in this state. */
    public boolean isAlive() {
        return this != TERMINATED && this != ZOMBEE;
    }

    @Override
    public String toString() {
        return text;
    }
}
