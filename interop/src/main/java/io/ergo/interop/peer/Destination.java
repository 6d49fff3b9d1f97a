package io.ergo.interop.peer;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.ErgoException;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.interop.value.Ident;
import io.ergo.interop.value.PeerException;
import tools.jackson.databind.JsonNode;

/** What a command is directed at. */
sealed interface Destination {

    /**
     * A process, by any of its addresses.
     *
     * @param address the address
     */
    record OfProcess(Address address) implements Destination {}

    /**
     * An event.
     *
     * @param name its name
     * @param node the node it belongs to
     */
    record Event(String name, String node) implements Destination {}

    /**
     * A node.
     *
     * @param name its name
     */
    record OtherNode(String name) implements Destination {}

    /** Reads a target. */
    static Destination read(Labels labels, JsonNode json) {
        if (json.isString()) {
            String text = json.asString();
            return new OfProcess(text.startsWith("@") || text.startsWith("<") ? address(labels.parse(text))
                    : ProcessId.local(text));
        }
        if (!json.isObject()) {
            throw new PeerException("bad target " + json);
        }
        return read(labels, new Line(json));
    }

    private static Destination read(Labels labels, Line target) {
        if (target.has("pid")) {
            return new OfProcess(shifted(address(labels.parse(target.text("pid"))), target));
        }
        if (target.has("event")) {
            return new Event(target.text("event"), target.text("node"));
        }
        if (target.has("name")) {
            return new OfProcess(new ProcessId(target.text("name"), target.text("node")));
        }
        if (target.has("text")) {
            return new OfProcess(ProcessId.local(target.text("text")));
        }
        if (target.has("node")) {
            return new OtherNode(target.text("node"));
        }
        throw new PeerException("bad target " + target.json());
    }

    private static Address address(Ident ident) {
        return switch (ident) {
            case Ident.OfPid pid -> pid.id();
            case Ident.OfAlias alias -> alias.id();
            case Ident.OfRef ref -> throw Scope.notHere();
        };
    }

    /** Returns the address with another id, of another incarnation. */
    private static Address shifted(Address address, Line target) {
        long delta = target.number("creation_delta");
        return switch (address) {
            case Pid pid -> new Pid(pid.node(), target.has("id") ? target.number("id") : pid.id(),
                    pid.creation() + delta);
            case Alias alias -> new Alias(alias.node(), alias.creation() + delta,
                    target.has("id") ? target.number("id") : alias.id0(), alias.id1(), alias.id2());
            case ProcessId name -> name;
        };
    }

    /** Reads the address of a process; the runtime sends to nothing else. */
    static Address address(Labels labels, JsonNode json) {
        if (read(labels, json) instanceof OfProcess(var address)) {
            return address;
        }
        throw ErgoException.of(Reason.UNSUPPORTED, "sending to " + json);
    }

    /** Reads a pid. */
    static Pid pid(Labels labels, JsonNode json) {
        if (read(labels, json) instanceof OfProcess(var address) && address instanceof Pid pid) {
            return pid;
        }
        throw new PeerException("a process label is needed");
    }

    static Pid pid(Labels labels, String label) {
        if (labels.parse(label) instanceof Ident.OfPid(var pid)) {
            return pid;
        }
        throw new PeerException("a process label is needed");
    }
}
