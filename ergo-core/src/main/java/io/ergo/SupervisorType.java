package io.ergo;

/** Which children a supervisor restarts when one of them fails. */
public enum SupervisorType {

    /** Only the failed one. */
    ONE_FOR_ONE("One For One"),
    /** All of them. */
    ALL_FOR_ONE("All For One"),
    /** The failed one and those after it. */
    REST_FOR_ONE("Rest For One"),
    /** The failed one; the children are instances of templates, started at run time. */
    SIMPLE_ONE_FOR_ONE("Simple One For One");

    private final String text;

    SupervisorType(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
