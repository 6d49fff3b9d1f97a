package io.ergo.network.enp.request;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.Version;
import io.ergo.network.framework.ApplicationDepends;
import io.ergo.network.framework.ApplicationModeCode;
import io.ergo.network.framework.ApplicationOptionsExtra;
import io.ergo.network.framework.ApplicationStateCode;
import io.ergo.network.framework.CompressionLevelCode;
import io.ergo.network.framework.CompressionTypeCode;
import io.ergo.network.framework.LogLevelCode;
import io.ergo.network.framework.PriorityCode;
import io.ergo.network.framework.ProcessFallback;
import io.ergo.network.framework.ProcessOptions;
import io.ergo.network.framework.ProcessOptionsExtra;
import io.ergo.network.framework.Tracing;
import io.ergo.network.framework.WireApplicationInfo;
import io.ergo.network.framework.WireApplicationOptions;
import io.ergo.network.framework.WireCompression;

/** Requests whose layout depends on the release. */
final class Samples {

    static final Ref REF = new Ref("a", 1, 2, 3, 4);

    private Samples() {}

    static MessageSpawn spawn(Pid parent) {
        ProcessOptions options = new ProcessOptions(5, parent, null,
                new WireCompression(false, new CompressionTypeCode(""), new CompressionLevelCode(0), 0),
                new PriorityCode(0),
                false, new ProcessFallback(false, "", ""), false, false, new LogLevelCode(0), 15, true);
        return new MessageSpawn("worker", new ProcessOptionsExtra(options, parent, parent, null, new LogLevelCode(1),
                Tracing.none(), "", "", false, REF, List.of("x")), REF);
    }

    static MessageApplicationStart applicationStart() {
        return new MessageApplicationStart("app", ApplicationModeCode.UNSET,
                new ApplicationOptionsExtra(
                        new WireApplicationOptions(Map.of(), new LogLevelCode(0), Duration.ZERO, Duration.ZERO,
                                Duration.ofSeconds(9)),
                        new Pid("a", 1, 1), null, new LogLevelCode(0)),
                REF);
    }

    static MessageResult applicationInfo() {
        return new MessageResult(null, new WireApplicationInfo("app", 1, List.of("t"), null, "d", Version.none(), null,
                new ApplicationDepends(null, false), new ApplicationModeCode(1), new ApplicationStateCode(2), "a", 3,
                List.of(), 7), REF);
    }
}
