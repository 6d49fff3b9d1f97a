package io.ergo;

/** When a supervisor restarts a child that ended. */
public enum RestartStrategy {

    /** Unless it ended with {@link Reason#NORMAL} or {@link Reason#SHUTDOWN}. */
    TRANSIENT("Transient"),
    /** Never. */
    TEMPORARY("Temporary"),
    /** Always. */
    PERMANENT("Permanent");

    private final String text;

    RestartStrategy(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
