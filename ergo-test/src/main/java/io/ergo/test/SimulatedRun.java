package io.ergo.test;

/** Goes with the failure of a test as a suppressed exception and tells how to run it again. */
final class SimulatedRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SimulatedRun(String replay) {
        super(replay, null, false, false);
    }
}
