package io.ergo.engine.process;

import io.ergo.Address;
import io.ergo.ErgoException;
import io.ergo.ProcessId;
import io.ergo.engine.mailbox.QueueKind;
import io.ergo.engine.relation.Relation.Kind;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** A link or monitor is refused or gives one notice: never neither, never both. */
final class RelationStress {

    private RelationStress() {}

    private static boolean relate(StressProcess consumer, Address target, Kind kind) {
        try {
            StressProcess.KERNEL.relating.establish(consumer.process, target, kind);
            return true;
        } catch (ErgoException refused) {
            return false;
        }
    }

    private static int notices(StressProcess consumer) {
        int notices = (int) consumer.process.mailbox.depth().total();
        consumer.end();
        return notices;
    }

    /** A link while its target ends. */
    @JCStressTest
    @Outcome(id = {"true, 1", "false, 0"}, expect = Expect.ACCEPTABLE, desc = "told once, or refused")
    @Outcome(expect = Expect.FORBIDDEN, desc = "never told, or told twice, or told of what was refused")
    @State
    public static class LinkAndEnd {

        private final StressProcess consumer = StressProcess.asleep();
        private final StressProcess target = StressProcess.ready(QueueKind.MAIN, StressProcess.stop());

        @Actor
        public void link(ZI_Result result) {
            result.r1 = relate(consumer, target.process.pid, Kind.LINK);
        }

        @Actor
        public void end() {
            target.run();
        }

        @Arbiter
        public void look(ZI_Result result) {
            result.r2 = notices(consumer);
        }
    }

    /** A monitor by name while the name is taken back. */
    @JCStressTest
    @Outcome(id = {"true, 1", "false, 0"}, expect = Expect.ACCEPTABLE, desc = "told once, or refused")
    @Outcome(expect = Expect.FORBIDDEN, desc = "never told, or told twice, or told of what was refused")
    @State
    public static class MonitorAndUnregister {

        private final StressProcess consumer = StressProcess.asleep();
        private final StressProcess target = StressProcess.asleep();
        private final String name = "n" + target.process.pid.id();

        public MonitorAndUnregister() {
            target.process.holdings().name(name);
        }

        @Actor
        public void monitor(ZI_Result result) {
            result.r1 = relate(consumer, ProcessId.local(name), Kind.MONITOR);
        }

        @Actor
        public void unregister() {
            target.process.holdings().unname(name);
            StressProcess.KERNEL.relating.announceUnregistered(target.process, ProcessId.local(name));
        }

        @Arbiter
        public void look(ZI_Result result) {
            result.r2 = notices(consumer);
            target.end();
        }
    }

    /** A link that is taken back while its target ends. */
    @JCStressTest
    @Outcome(id = {"true, 0", "false, 1"}, expect = Expect.ACCEPTABLE, desc = "taken back, or told")
    @Outcome(expect = Expect.FORBIDDEN, desc = "both or neither")
    @State
    public static class UnlinkAndEnd {

        private final StressProcess consumer = StressProcess.asleep();
        private final StressProcess target = StressProcess.ready(QueueKind.MAIN, StressProcess.stop());

        public UnlinkAndEnd() {
            relate(consumer, target.process.pid, Kind.LINK);
        }

        @Actor
        public void unlink(ZI_Result result) {
            try {
                StressProcess.KERNEL.relating.remove(consumer.process, target.process.pid, Kind.LINK);
                result.r1 = true;
            } catch (ErgoException tooLate) {
                result.r1 = false;
            }
        }

        @Actor
        public void end() {
            target.run();
        }

        @Arbiter
        public void look(ZI_Result result) {
            result.r2 = notices(consumer);
        }
    }
}
