package io.ergo.engine.process;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.ergo.Delivery.Outcome;
import io.ergo.ErgoException;
import io.ergo.LogLevel;
import io.ergo.LoggerInfo;
import io.ergo.Loggers;
import io.ergo.MessageLog;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.engine.log.Destination;
import io.ergo.engine.log.Fanout;
import io.ergo.engine.mailbox.LogEnvelope;
import io.ergo.engine.mailbox.QueueKind;
import io.ergo.spi.LogSink;
import io.ergo.spi.Supervising;
import org.jspecify.annotations.Nullable;

/**
 * The loggers of a node as its users see them. A process that is a logger does not log: whoever adds it or takes it out settles its level
 * afterwards, by what it is then, so of several the last one is right. When it ends it is taken out behind its last look at its state, so one
 * of the two sees the other. Any thread.
 */
final class LoggerDesk implements Loggers {

    private final Kernel kernel;
    private final Fanout fanout;

    LoggerDesk(Kernel kernel) {
        this.kernel = kernel;
        this.fanout = kernel.fanout;
    }

    @Override
    public void add(String name, Consumer<MessageLog> logger, LogLevel... levels) {
        if (logger == null) {
            throw ErgoException.of(Reason.INCORRECT, "logger can not be nil");
        }
        Class<?> type = logger instanceof LogSink sink ? sink.sinkClass() : logger.getClass();
        fanout.add(Destination.of(name, levels, type.getName(), record -> {
            logger.accept(record);
            return true;
        }, logger instanceof AutoCloseable closeable ? closeable : null));
    }

    @Override
    public void add(String name, Pid process, LogLevel... levels) {
        LocalProcess receiver = found(name, process);
        Destination destination = Destination.of(name, levels, receiver.behavior.behaviorClass().getName(),
                receiver.pid, record -> deliver(record, receiver));
        if (receiver.behavior instanceof Supervising) {
            throw ErgoException.of(Reason.NOT_ALLOWED, "supervisor process can not be a logger: " + receiver.label());
        }
        fanout.add(destination);
        settleLevel(receiver);
        if (receiver.isTerminated()) {
            ended(receiver);
            throw ErgoException.of(Reason.PROCESS_UNKNOWN, "logger '" + name + "', " + process + ", has ended");
        }
    }

    private LocalProcess found(String name, @Nullable Pid process) {
        if (process == null) {
            throw ErgoException.of(Reason.INCORRECT, "the process of logger '" + name + "' must not be null");
        }
        return kernel.find(process).orElseThrow(() -> ErgoException.of(Reason.PROCESS_UNKNOWN,
                "logger '" + name + "', " + process + " on " + kernel.name));
    }

    /** Past the overflow policy: a record that finds no room is dropped. */
    private boolean deliver(MessageLog record, LocalProcess receiver) {
        LogEnvelope envelope = new LogEnvelope(kernel.core, receiver.pid, record);
        return receiver.deliver(envelope, QueueKind.LOG, kernel.dispatcher.current()) == Outcome.DELIVERED;
    }

    @Override
    public boolean remove(String name) {
        return fanout.remove(named(name)).map(this::removed).isPresent();
    }

    private static String named(@Nullable String name) {
        if (name == null) {
            throw ErgoException.of(Reason.INCORRECT, "logger name can not be empty");
        }
        return name;
    }

    @Override
    public boolean remove(Pid process) {
        if (process == null) {
            throw ErgoException.of(Reason.INCORRECT, "the process to remove from the loggers must not be null");
        }
        return fanout.remove(process).map(this::removed).isPresent();
    }

    private Destination removed(Destination destination) {
        destination.pid().flatMap(kernel::find).ifPresent(this::settleLevel);
        return destination;
    }

    /** The process is TERMINATED. */
    void ended(LocalProcess process) {
        fanout.remove(process.pid).ifPresent(_ -> settleLevel(process));
    }

    private synchronized void settleLevel(LocalProcess process) {
        process.log().forceLevel(fanout.isLogger(process.pid) ? LogLevel.DISABLED : LogLevel.INFO);
    }

    @Override
    public List<String> names() {
        return fanout.list().stream().map(LoggerInfo::name).toList();
    }

    @Override
    public Set<LogLevel> levels(String name) {
        String wanted = named(name);
        return fanout.list().stream().filter(logger -> logger.name().equals(wanted)).findFirst()
                .map(LoggerInfo::levels).orElse(Set.of());
    }

    @Override
    public List<LoggerInfo> list() {
        return fanout.list();
    }
}
