package io.ergo.engine.process;

import java.util.LinkedHashMap;
import java.util.Map;

import io.ergo.MessageLogProcess;
import io.ergo.MessageLogSource;
import io.ergo.Pid;
import io.ergo.engine.log.LogSettings;
import io.ergo.engine.log.SourceLog;
import org.slf4j.LoggerFactory;

/** The log of a process, through the logger of its behaviour's class. Any thread. */
final class ProcessLog extends SourceLog {

    private static final long serialVersionUID = 1L;

    private final transient LocalProcess process;

    ProcessLog(LocalProcess process, LogSettings settings) {
        super(LoggerFactory.getLogger(process.behavior.behaviorClass()), process.kernel.fanout, settings);
        this.process = process;
    }

    @Override
    protected MessageLogSource source() {
        return new MessageLogProcess(process.kernel.name, process.pid, process.displayName(),
                process.behavior.behaviorClass().getName(), process.application);
    }

    @Override
    protected Map<String, String> identity() {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("ergo.node", process.kernel.name);
        identity.put("ergo.pid", process.pid.toString());
        identity.put("ergo.name", process.displayName());
        identity.put("ergo.application", process.application);
        identity.values().removeIf(String::isEmpty);
        return identity;
    }

    @Override
    protected Pid process() {
        return process.pid;
    }
}
