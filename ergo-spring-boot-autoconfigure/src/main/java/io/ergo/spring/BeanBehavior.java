package io.ergo.spring;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.ergo.Args;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SupervisionInfo;
import io.ergo.SupervisorType;
import io.ergo.spi.BehaviorContext;
import io.ergo.spi.Entry;
import io.ergo.spi.ProcessBehavior;
import io.ergo.spi.Supervising;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Ties a bean to a process: makes it when the process starts and destroys it when the process ends, or does not even
 * start.
 */
class BeanBehavior implements ProcessBehavior {

    private final ActorBean actor;
    private final ConfigurableListableBeanFactory beans;
    private final WorkerThread thread;
    private volatile @Nullable Running running; // other threads ask for the supervision

    /** The bean of a process that was started. */
    private record Running(BehaviorContext process, Object bean, ProcessBehavior behavior) {}

    BeanBehavior(ActorBean actor, ConfigurableListableBeanFactory beans, WorkerThread thread) {
        this.actor = actor;
        this.beans = beans;
        this.thread = thread;
    }

    @Override
    public void start(BehaviorContext process, Args args) throws Exception {
        CurrentProcess.Binding binding = thread.binding();
        ProcessContext before = binding.process;
        binding.process = process;
        try {
            startWithBean(process, args);
        } finally {
            binding.process = before;
        }
    }

    private void startWithBean(BehaviorContext process, Args args) throws Exception {
        Object bean = actor.create(beans);
        try {
            ProcessBehavior behavior = actor.behaviors().apply(bean);
            running = new Running(process, bean, behavior);
            behavior.start(process, args);
        } catch (Throwable failed) {
            running = null;
            actor.destroy(beans, bean);
            throw failed;
        }
    }

    @Override
    public void handle(Entry entry) throws Exception {
        Running now = running();
        CurrentProcess.Binding binding = thread.binding();
        ProcessContext before = binding.process; // in a simulation perhaps that of a process that waits for this one
        binding.process = now.process;
        try {
            thread.beforeMessage(now.process);
            now.behavior.handle(entry);
        } finally {
            binding.process = before;
            thread.afterMessage();
        }
    }

    @Override
    public void end(Reason why) throws Exception {
        Running last = running;
        if (last == null) {
            return; // killed in a start that failed as well
        }
        CurrentProcess.Binding binding = thread.binding();
        ProcessContext before = binding.process;
        binding.process = last.process;
        running = null;
        try {
            last.behavior.end(why);
        } finally {
            binding.process = before;
            actor.destroy(beans, last.bean);
        }
    }

    @Override
    public Class<?> behaviorClass() {
        return actor.type();
    }

    final Optional<Supervising> supervising() {
        return Optional.ofNullable(running).map(now -> (Supervising) now.behavior);
    }

    private Running running() {
        Running now = running;
        if (now == null) {
            throw new IllegalStateException(actor.type().getName() + " does not run");
        }
        return now;
    }

    /** A bean that is a supervisor. */
    static final class Supervisor extends BeanBehavior implements Supervising {

        private static final SupervisionInfo NOTHING_YET = new SupervisionInfo(SupervisorType.ONE_FOR_ONE,
                RestartStrategy.TRANSIENT, 0, Duration.ZERO, 0, List.of(), List.of());

        Supervisor(ActorBean actor, ConfigurableListableBeanFactory beans, WorkerThread thread) {
            super(actor, beans, thread);
        }

        @Override
        public SupervisionInfo supervision() {
            return supervising().map(Supervising::supervision).orElse(NOTHING_YET);
        }
    }
}
