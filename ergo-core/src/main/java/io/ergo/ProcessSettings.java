package io.ergo;

/**
 * The settings of a process, as {@link Settings} shows and changes them one by one. Immutable; each {@code with} method returns a changed
 * copy.
 *
 * @param sendPriority the priority of what it sends without naming one
 * @param compression how its messages to other nodes are compressed
 * @param keepNetworkOrder whether its messages to one receiver on another node arrive in the order of sending
 * @param importantDelivery whether its messages to other nodes are confirmed
 */
public record ProcessSettings(Priority sendPriority, Compression compression, boolean keepNetworkOrder,
        boolean importantDelivery) {

    private static final ProcessSettings DEFAULTS = new ProcessSettings(Priority.NORMAL, Compression.off(), true,
            false);

    /** Checks. */
    public ProcessSettings {
        Checks.present("the send priority", sendPriority);
        Checks.present("the compression", compression);
    }

    /** Returns the defaults: normal priority, no compression, order kept, no confirmation. */
    public static ProcessSettings defaults() {
        return DEFAULTS;
    }

    /** Returns a copy with the priority. */
    public ProcessSettings withSendPriority(Priority priority) {
        return new ProcessSettings(priority, compression, keepNetworkOrder, importantDelivery);
    }

    /** Returns a copy with the compression. */
    public ProcessSettings withCompression(Compression how) {
        return new ProcessSettings(sendPriority, how, keepNetworkOrder, importantDelivery);
    }

    /** Returns a copy that keeps the order, or does not. */
    public ProcessSettings withKeepNetworkOrder(boolean on) {
        return new ProcessSettings(sendPriority, compression, on, importantDelivery);
    }

    /** Returns a copy that asks for confirmation, or does not. */
    public ProcessSettings withImportantDelivery(boolean on) {
        return new ProcessSettings(sendPriority, compression, keepNetworkOrder, on);
    }
}
