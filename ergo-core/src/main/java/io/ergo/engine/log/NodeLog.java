package io.ergo.engine.log;

import java.util.Map;

import io.ergo.LogLevel;
import io.ergo.MessageLogNode;
import io.ergo.MessageLogSource;
import io.ergo.Pid;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The log of the node itself. Any thread. */
public final class NodeLog extends SourceLog {

    private static final long serialVersionUID = 1L;

    private final transient MessageLogNode source;

    /** Creates the log of a node. */
    public NodeLog(Fanout fanout, MessageLogNode source, LogLevel level) {
        super(LoggerFactory.getLogger("io.ergo.node"), fanout, LogSettings.of(level));
        this.source = source;
    }

    @Override
    protected MessageLogSource source() {
        return source;
    }

    @Override
    protected Map<String, String> identity() {
        return Map.of("ergo.node", source.node());
    }

    @Override
    protected @Nullable Pid process() {
        return null;
    }
}
