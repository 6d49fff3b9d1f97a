package io.ergo.engine.process;

import io.ergo.ProcessExecution.CallbackKind;
import io.ergo.engine.mailbox.Envelope;

/**
 * Writes callbacks to the JDK's flight recorder while somebody records; a runtime image need not have that module. Asked once for each
 * activation, so it costs nothing that could be measured while nobody records.
 */
final class FlightRecorder {

    private static final boolean PRESENT = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    /** Apart, so that nothing of the recorder is loaded where there is none. */
    private static final class Switch {

        private static final HandlerEvent EVENT = new HandlerEvent();
    }

    private FlightRecorder() {}

    static boolean isOn() {
        return PRESENT && Switch.EVENT.isEnabled();
    }

    /** The owner. Handles an envelope. */
    static void handle(LocalProcess process, Envelope envelope) throws Exception {
        HandlerEvent.around(process, Onlooker.callback(envelope), envelope.message().getClass().getName(),
                () -> process.execute(envelope));
    }

    /** Runs init or terminate. */
    static void run(LocalProcess process, CallbackKind callback, HandlerEvent.Body body) throws Exception {
        if (isOn()) {
            HandlerEvent.around(process, callback, "", body);
        } else {
            body.run();
        }
    }
}
