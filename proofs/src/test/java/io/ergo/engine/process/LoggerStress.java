package io.ergo.engine.process;

import io.ergo.LogLevel;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** A process logs if and only if it is no logger, whoever adds it and takes it out at the same time. */
final class LoggerStress {

    private static final LoggerDesk LOGGERS = StressProcess.KERNEL.loggers;

    private LoggerStress() {}

    /** The level is set behind the change of the loggers, on both sides. */
    @JCStressTest
    @Outcome(id = {"true, true", "false, false"}, expect = Expect.ACCEPTABLE, desc = "a logger and mute, or neither")
    @Outcome(expect = Expect.FORBIDDEN, desc = "no logger, but mute for good; or a logger that logs")
    @State
    public static class AddAndRemove {

        private final StressProcess process = StressProcess.asleep();
        private final String name = "logger of " + process.process.pid;

        @Actor
        public void adder() {
            LOGGERS.add(name, process.process.pid);
        }

        @Actor
        public void remover() {
            LOGGERS.remove(name);
        }

        @Arbiter
        public void look(ZZ_Result result) {
            result.r1 = LOGGERS.names().contains(name);
            result.r2 = process.process.logLevel() == LogLevel.DISABLED;
            process.end();
        }
    }
}
