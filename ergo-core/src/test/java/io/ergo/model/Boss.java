package io.ergo.model;

import io.ergo.Args;
import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Stop;
import io.ergo.actor.Supervisor;
import io.ergo.actor.SupervisorSpec;
import io.ergo.model.Fact.Deed;

/** A supervisor of a town: does what it is told. */
final class Boss extends Supervisor {

    private final Town town;
    private final String key;
    private final SupervisorSpec spec;

    Boss(Town town, String key, SupervisorSpec spec) {
        this.town = town;
        this.key = key;
        this.spec = spec;
    }

    @Override
    protected SupervisorSpec init(Args args) {
        town.failIfPlanned(key);
        return spec;
    }

    @Override
    protected void handleMessage(Pid from, Object message) {
        if (message instanceof Town.Orders orders) {
            orders.acts().forEach(this::act);
        }
    }

    @Override
    protected Reply handleCall(Pid from, Ref ref, Object request) {
        return ((Walker.Ask) request).reply();
    }

    private void act(Step.Act act) {
        switch (act) {
            case Step.Stop stop -> throw new Stop(stop.reason());
            case Step.Panic _ -> throw new IllegalStateException("on purpose");
            case Step.Management command -> town.did(self().pid(), new Deed.Manage(command), () -> manage(command));
            default -> throw new IllegalArgumentException("a supervisor cannot " + act);
        }
    }

    private String manage(Step.Management command) {
        switch (command) {
            case Step.StartChild start -> startChild(start.child());
            case Step.AddChild add -> addChild(town.child(add.child(), false));
            case Step.EnableChild enable -> enableChild(enable.child());
            case Step.DisableChild disable -> disableChild(disable.child());
        }
        return "";
    }
}
