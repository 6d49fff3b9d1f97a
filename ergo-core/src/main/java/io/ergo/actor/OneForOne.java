package io.ergo.actor;

import io.ergo.Reason;

/** One for one: the failure of a child concerns nobody else. */
final class OneForOne extends NamedChildren {

    OneForOne(SupervisorSpec spec) {
        super(spec);
    }

    @Override
    Child concern(Child failed, Reason reason) {
        queue.want(failed, Child.Cause.RESTART);
        return failed;
    }

    @Override
    boolean isBusy() {
        return false;
    }

    @Override
    boolean stopsFirst() {
        return false;
    }
}
