package io.ergo.spring;

import java.util.List;

import io.ergo.ErgoException;
import io.ergo.Pid;
import io.ergo.SupervisionInfo;
import org.jspecify.annotations.Nullable;

/**
 * The children of an {@link ErgoSupervisor}: a parameter of its methods with {@link OnMessage} and {@link OnCall}, to
 * be used while they execute. All methods throw {@link ErgoException} as those of {@code io.ergo.actor.Supervisor} do.
 */
public interface Children {

    /**
     * Starts a child that does not run, or a new instance of a template.
     *
     * @param args replace the arguments of the child for this start and all restarts; none leaves them as they are.
     *         Those of an instance are its own
     */
    Pid start(String name, @Nullable Object... args);

    /** Lets a disabled child run again and starts it. */
    void enable(String name);

    /** Asks a child, or all instances of a template, to end; it is not started until it is enabled. */
    void disable(String name);

    /** Returns the children in the order of their declarations; of templates the running instances. */
    List<SupervisionInfo.Child> all();
}
