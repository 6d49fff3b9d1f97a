package io.ergo;

/**
 * A record of a process.
 *
 * @param node name of the node
 * @param pid the process
 * @param name its registered name at that time, empty if none
 * @param behavior name of its behaviour's class
 * @param application the application it belongs to, empty if none
 */
public record MessageLogProcess(String node, Pid pid, String name, String behavior, String application)
        implements
            MessageLogSource {

    @Override
    public String label() {
        return pid.toString();
    }
}
