package io.ergo.actor;

import io.ergo.Args;

/** A supervisor that does nothing but supervise; it goes by the name of its base class. */
final class PlainSupervisor extends Supervisor {

    private final SupervisorSpec spec;

    PlainSupervisor(SupervisorSpec spec) {
        this.spec = spec;
    }

    @Override
    protected SupervisorSpec init(Args args) {
        return spec;
    }

    @Override
    public Class<?> behaviorClass() {
        return Supervisor.class;
    }
}
