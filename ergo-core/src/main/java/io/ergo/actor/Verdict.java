package io.ergo.actor;

import io.ergo.Reason;
import io.ergo.RestartStrategy;

/**
 * What the end of a child means: the one place where a restart is decided. The end of a child that its supervisor asked to
 * end, or that is disabled, is not judged.
 */
enum Verdict {

    /** The children its failure concerns are restarted, within the intensity. */
    RESTART,
    /** It stays down; if it was the last one, the supervisor may end. */
    STAY_DOWN,
    /** The supervisor ends with its reason. */
    SHUT_DOWN;

    /**
     * Judges the end of a child.
     *
     * @param significant whether its end ends the supervisor if it is not restarted
     * @param reason why it ended, as the outside was told
     */
    static Verdict of(RestartStrategy strategy, boolean significant, Reason reason) {
        boolean restart = switch (strategy) {
            case PERMANENT -> true;
            case TRANSIENT -> !reason.equals(Reason.NORMAL) && !reason.equals(Reason.SHUTDOWN);
            case TEMPORARY -> false;
        };
        if (restart) {
            return RESTART;
        }
        return significant ? SHUT_DOWN : STAY_DOWN;
    }
}
