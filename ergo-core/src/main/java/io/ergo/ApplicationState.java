package io.ergo;

/** The state of an application. */
public enum ApplicationState {

    /** Known to the node, no member runs. */
    LOADED("loaded"),
    /** Its members run, or are being started. */
    RUNNING("running"),
    /** Its members are asked to end. */
    STOPPING("stopping");

    private final String text;

    ApplicationState(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
