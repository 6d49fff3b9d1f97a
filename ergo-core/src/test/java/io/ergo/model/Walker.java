package io.ergo.model;

import java.util.List;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Stop;
import io.ergo.actor.Actor;
import io.ergo.model.Fact.Deed;
import org.jspecify.annotations.Nullable;

/** A plain process of a town: does what it is told, and tells what came of it. */
final class Walker extends Actor {

    /** A request that says how it is to be answered. */
    record Ask(int number, Step.Answer answer) {

        static final Reason REFUSED = Reason.of("refused");
        static final Reason STOPPED = Reason.of("stopped by a request");

        Reply reply() {
            return switch (answer) {
                case VALUE -> Reply.of("answer " + number);
                case ERROR -> Reply.error(REFUSED);
                case LATER -> Reply.later();
                case STOP -> Reply.stop(STOPPED, "answer " + number);
                case THROW -> throw new IllegalStateException("on purpose");
            };
        }
    }

    private final Town town;
    private final String key;
    private int lastTimer = -1;
    private int calls;

    Walker(Town town, String key) {
        this.town = town;
        this.key = key;
    }

    /** A start that fails does so after it has done what it does in each init. */
    @Override
    protected void init(Args args) {
        town.inits(key).forEach(this::act);
        town.failIfPlanned(key);
    }

    @Override
    protected void handleMessage(Pid from, Object message) {
        if (message instanceof Town.Orders orders) {
            orders.acts().forEach(this::act);
        }
    }

    @Override
    protected Reply handleCall(Pid from, Ref ref, Object request) {
        return ((Ask) request).reply();
    }

    private void act(Step.Act act) {
        switch (act) {
            case Step.Stop(Reason reason) -> throw new Stop(reason);
            case Step.Panic _ -> throw new IllegalStateException("on purpose");
            case Step.Send(Step.To to, var priority) -> send(town.address(to), priority);
            case Step.SendAfter(Step.To to, var delay) -> sendAfter(town.address(to), delay);
            case Step.CancelLast _ -> cancelLast();
            case Step.Exit(String whom, Reason reason) -> exit(town.pid(whom), reason);
            case Step.Kill(String whom) -> kill(town.pid(whom));
            case Step.Watch(Step.To to, boolean link) -> watch(town.address(to), link);
            case Step.Unwatch(int number, boolean link) ->
                    unwatch(number, link ? self().links() : self().monitors(), link);
            case Step.TakeName(String name) -> did(new Deed.TakeName(name), () -> self().registerName(name));
            case Step.DropName _ -> did(new Deed.DropName(), () -> self().unregisterName());
            case Step.MakeAlias _ -> makeAlias();
            case Step.DropAlias(String whose) -> dropAlias(town.alias(whose));
            case Step.Trap(boolean on) -> did(new Deed.Trap(on), () -> setTrapExit(on));
            case Step.Call(Step.To to, var answer, var timeout) -> call(town.address(to), answer, timeout);
            case Step.SpawnChild(String child, boolean parent, boolean linkChild) ->
                    town.spawnChecked(self().pid(), child, parent, linkChild, () -> self().spawn(town.factory(child),
                            town.limited(child).withLinks(parent, linkChild), Args.none()));
            case Step.Management _ -> throw new IllegalArgumentException("only supervisors manage");
        }
    }

    private void did(Deed deed, Runnable operation) {
        town.did(self().pid(), deed, () -> {
            operation.run();
            return "";
        });
    }

    private void send(@Nullable Address to, io.ergo.Priority priority) {
        if (to != null) {
            String note = town.nextNote();
            town.did(self().pid(), new Deed.Send(to, note, priority),
                    () -> self().send(to, note, priority).outcome().toString());
        }
    }

    private void sendAfter(@Nullable Address to, java.time.Duration delay) {
        if (to != null) {
            String note = town.nextNote();
            int before = town.lastTimer();
            String result = Town.result(() -> {
                var timer = self().sendAfter(to, note, delay);
                lastTimer = town.lastTimer();
                town.timer(lastTimer, timer);
                return "";
            });
            town.tell(new Fact.Did(self().pid(), new Deed.SendAfter(to, note, delay, before + 1), result));
        }
    }

    private void cancelLast() {
        if (lastTimer >= 0) {
            town.did(self().pid(), new Deed.CancelTimer(lastTimer),
                    () -> String.valueOf(town.timer(lastTimer).cancel()));
        }
    }

    private void exit(@Nullable Pid to, Reason reason) {
        if (to != null) {
            town.did(self().pid(), new Deed.Exit(to, reason), () -> self().sendExit(to, reason).outcome().toString());
        }
    }

    private void kill(@Nullable Pid to) {
        if (to != null) {
            town.did(self().pid(), new Deed.Kill(to), () -> town.kill(to));
        }
    }

    private void watch(@Nullable Address to, boolean link) {
        if (to != null) {
            did(new Deed.Watch(to, link), () -> {
                if (link) {
                    self().link(to);
                } else {
                    self().monitor(to);
                }
            });
        }
    }

    private void unwatch(int number, List<Address> there, boolean link) {
        if (!there.isEmpty()) {
            Address to = there.get(number % there.size());
            did(new Deed.Unwatch(to, link), () -> {
                if (link) {
                    self().unlink(to);
                } else {
                    self().demonitor(to);
                }
            });
        }
    }

    private void makeAlias() {
        Alias[] made = new Alias[1];
        String result = Town.result(() -> {
            made[0] = self().createAlias();
            town.aliasOf(key, made[0]);
            return "";
        });
        town.tell(new Fact.Did(self().pid(), new Deed.MakeAlias(made[0]), result));
    }

    private void dropAlias(@Nullable Alias alias) {
        if (alias != null) {
            did(new Deed.DropAlias(alias), () -> self().deleteAlias(alias));
        }
    }

    private void call(@Nullable Address to, Step.Answer answer, java.time.Duration timeout) {
        if (to != null) {
            Ask ask = new Ask(++calls, answer);
            town.tell(new Fact.Calls(self().pid(), to, ask.toString(), timeout));
            town.tell(new Fact.CallOver(self().pid(), called(to, ask, timeout)));
        }
    }

    private String called(Address to, Ask ask, java.time.Duration timeout) {
        try {
            return String.valueOf(self().call(to, ask, String.class, timeout));
        } catch (ErgoException failed) {
            return failed.reason().toString();
        }
    }
}
