package io.ergo.engine.process;

import java.util.List;
import java.util.Locale;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.ErgoException;
import io.ergo.MessageDownAlias;
import io.ergo.MessageDownPid;
import io.ergo.MessageDownProcessId;
import io.ergo.MessageExitAlias;
import io.ergo.MessageExitPid;
import io.ergo.MessageExitProcessId;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.engine.mailbox.Envelope;
import io.ergo.engine.mailbox.ExitEnvelope;
import io.ergo.engine.mailbox.NoticeEnvelope;
import io.ergo.engine.mailbox.QueueKind;
import io.ergo.engine.relation.Relation;
import io.ergo.engine.relation.Relation.Kind;

/**
 * Makes and removes links and monitors, and gives the notices. A relation is first entered with its consumer, then with its target, which
 * refuses it once its end has begun to be announced; notice is given by whoever takes the relation out of the consumer's list. So there is
 * one notice or one error for each relation, never both, never neither.
 */
final class Relating {

    private final Kernel kernel;

    Relating(Kernel kernel) {
        this.kernel = kernel;
    }

    void establish(LocalProcess consumer, Address address, Kind kind) {
        if (!establishUnlessThere(consumer, address, kind)) {
            throw ErgoException.of(Reason.TARGET_EXIST, verb(kind) + " " + consumer.pid + " → " + address);
        }
    }

    /** Returns false if the consumer has this relation already. */
    boolean establishUnlessThere(LocalProcess consumer, Address address, Kind kind) {
        Address named = canonical(address);
        LocalProcess target = target(named, kind);
        if (kind == Kind.LINK && target == consumer) {
            throw ErgoException.of(Reason.NOT_ALLOWED, consumer.pid + " links to itself by " + address);
        }
        Relation<LocalProcess> relation = new Relation<>(consumer, target, named, kind);
        if (!consumer.holdings().subscribe(relation)) {
            return false;
        }
        if (!target.holdings().watch(relation)) {
            consumer.holdings().unsubscribe(relation);
            throw ErgoException.light(Reason.PROCESS_TERMINATED, verb(kind) + " " + consumer.pid + " → " + address);
        }
        if (!(named instanceof Pid)) {
            confirm(relation, kind);
        }
        kernel.trace.step("{} {} → {} made", kind, consumer.pid, named);
        return true;
    }

    /**
     * A name or an alias may have been taken back while the relation was made. Who takes it back frees it first and then gives notice to the
     * relations on it, here it is the other way round; so one of the two sees the other.
     */
    private void confirm(Relation<LocalProcess> relation, Kind kind) {
        boolean held = kernel.router.target(relation.address()) == relation.target()
                || relation.target().isTerminated();
        if (!held && relation.consumer().holdings().unsubscribe(relation)) {
            relation.target().holdings().unwatch(relation);
            throw ErgoException.light(
                    relation.address() instanceof Alias ? Reason.ALIAS_UNKNOWN : Reason.PROCESS_UNKNOWN,
                    verb(kind) + " to " + relation.address());
        }
    }

    void remove(LocalProcess consumer, Address address, Kind kind) {
        Relation<LocalProcess> relation = consumer.holdings().unsubscribe(kind, canonical(address));
        if (relation == null) {
            throw ErgoException.of(Reason.TARGET_UNKNOWN, "no " + verb(kind) + " " + consumer.pid + " → " + address);
        }
        relation.target().holdings().unwatch(relation);
        kernel.trace.step("{} {} → {} removed", kind, consumer.pid, address);
    }

    /** A name is kept with its node, so that the empty node and the own one are the same. */
    private Address canonical(Address address) {
        return address instanceof ProcessId name && name.node().isEmpty() ? new ProcessId(name.name(), kernel.name)
                : address;
    }

    private LocalProcess target(Address address, Kind kind) {
        Target target = kernel.router.target(address);
        if (target instanceof LocalProcess process) {
            return process;
        }
        Reason reason = target == Target.Nowhere.UNKNOWN
                ? address instanceof Alias ? Reason.ALIAS_UNKNOWN : Reason.PROCESS_UNKNOWN
                : target == Target.Nowhere.NO_ROUTE ? Reason.NO_ROUTE : Reason.PROCESS_INCARNATION;
        throw ErgoException.light(reason, verb(kind) + " to " + address);
    }

    /** The target has ended; nothing can be established on it any more. */
    void announceEnd(LocalProcess target, Reason outside) {
        List<Relation<LocalProcess>> relations = target.holdings().closeWatchers();
        notify(relations, Pid.class, outside); // those by pid come first
        notify(relations, ProcessId.class, outside);
        notify(relations, Alias.class, outside);
    }

    /** The name or the alias of a living target is gone. */
    void announceUnregistered(LocalProcess target, Address address) {
        target.holdings().unwatchAll(canonical(address))
                .forEach(relation -> notify(relation, Reason.UNREGISTERED));
    }

    private void notify(List<Relation<LocalProcess>> relations, Class<? extends Address> kind, Reason reason) {
        for (Relation<LocalProcess> relation : relations) {
            if (kind.isInstance(relation.address())) {
                notify(relation, reason);
            }
        }
    }

    private void notify(Relation<LocalProcess> relation, Reason reason) {
        LocalProcess consumer = relation.consumer();
        if (!consumer.holdings().unsubscribe(relation)) {
            return; // it was removed by its consumer, or the consumer ended
        }
        kernel.trace.step("{} {} → {} gives notice: {}", relation.kind(), consumer.pid, relation.address(), reason);
        boolean link = relation.kind() == Kind.LINK;
        Envelope notice = link ? exit(relation, reason) : down(relation, reason);
        try {
            consumer.deliver(notice, link ? QueueKind.URGENT : QueueKind.SYSTEM, kernel.dispatcher.current());
        } catch (RuntimeException | Error refused) { // the dispatcher's; the others must be told all the same
            kernel.report(consumer.label() + " cannot be run yet; it is told of an end when the next message comes",
                    refused);
        }
    }

    private Envelope exit(Relation<LocalProcess> relation, Reason reason) {
        Pid to = relation.consumer().pid;
        return switch (relation.address()) {
            case Pid pid -> new ExitEnvelope(pid, to, new MessageExitPid(pid, reason));
            case ProcessId name -> new ExitEnvelope(kernel.core, to, new MessageExitProcessId(name, reason));
            case Alias alias -> new ExitEnvelope(kernel.core, to, new MessageExitAlias(alias, reason));
        };
    }

    private Envelope down(Relation<LocalProcess> relation, Reason reason) {
        Pid to = relation.consumer().pid;
        return switch (relation.address()) {
            case Pid pid -> new NoticeEnvelope(pid, to, new MessageDownPid(pid, reason));
            case ProcessId name -> new NoticeEnvelope(kernel.core, to, new MessageDownProcessId(name, reason));
            case Alias alias -> new NoticeEnvelope(kernel.core, to, new MessageDownAlias(alias, reason));
        };
    }

    private static String verb(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
