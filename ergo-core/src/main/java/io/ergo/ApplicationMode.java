package io.ergo;

/** What the end of one member means for its application. */
public enum ApplicationMode {

    /** Nothing; the application ends with its last member, with {@link Reason#NORMAL}. */
    TEMPORARY("temporary"),
    /** An abnormal end stops the application with that reason. */
    TRANSIENT("transient"),
    /** Any end stops the application with that reason. */
    PERMANENT("permanent");

    private final String text;

    ApplicationMode(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
