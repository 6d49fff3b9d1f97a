package io.ergo.interop.peer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.ergo.Args;
import io.ergo.MessageLog;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Stop;
import io.ergo.interop.value.Ident;
import io.ergo.interop.value.Members;
import io.ergo.interop.value.Reasons;
import io.ergo.interop.value.Texts;
import io.ergo.interop.value.Value;
import org.jspecify.annotations.Nullable;

/** What a process of the peer's has been told to do, and the log of what it sees. Runs in the callbacks of the process. */
final class Script {

    private final Peer peer;
    private final Host host;
    private final Specification specification;
    private final Rules rules;
    private String label = "";

    Script(Peer peer, Host host, Specification specification) {
        this.peer = peer;
        this.host = host;
        this.specification = specification;
        this.rules = new Rules(peer.values());
    }

    String label() {
        return label;
    }

    Rules rules() {
        return rules;
    }

    Specification specification() {
        return specification;
    }

    /** The process has begun: it is labelled and runs the scripted part of its init. */
    void begin(Args args) {
        Line line = specification.line();
        label = line.text("label").isEmpty() ? peer.labels().next(specification.prefix()) : line.text("label");
        peer.scripts().put(label, this);
        peer.labels().give(label, new Ident.OfPid(host.context().pid()));
        rules.replace(line.lines("rules"));
        Members init = event("init");
        if (!args.isEmpty()) {
            init.with("args", args.values().stream().map(Shown::value).toList());
        }
        peer.output().observe(init);
        init(line);
    }

    private void init(Line line) {
        if (!line.isObject("init")) {
            if (line.text("init").equals("panic")) {
                throw new Scope.Panic("panic");
            }
            return;
        }
        Line init = line.object("init");
        Clockwork.sleep(init.number("sleep"));
        run(Scope.in(peer, host), init.lines("ops"));
        if (!fails(init)) {
            return;
        }
        if (init.has("error")) {
            throw new Stop(Reasons.required(init.get("error")));
        }
        if (init.has("panic")) {
            throw new Scope.Panic(init.text("panic"));
        }
    }

    private boolean fails(Line init) {
        long from = init.number("fail_from");
        if (from <= 0) {
            return true;
        }
        long start = specification.started();
        long to = init.number("fail_to");
        return start >= from && (to <= 0 || start <= to);
    }

    /** Runs scripted commands and prints what comes of each. */
    private void run(Scope scope, List<Line> commands) {
        for (Line command : commands) {
            Result result = peer.run(scope, command);
            peer.output().observe(result.in(event("op").with("cmd", command.text("cmd"))));
        }
    }

    /** Handles what arrives at a message callback; {@code target} are the members that tell how it was addressed. */
    void message(Pid from, Members target, Object message) {
        switch (message) {
            case Injected.Operation operation -> operate(operation);
            case Injected.Sync sync -> sync.done().countDown();
            case Injected.Relay relay -> relayed(relay);
            default -> {
                Members event = Shown.message(from, message);
                event.putAll(target);
                observe(event, Shown.valueIn(message));
            }
        }
    }

    private void operate(Injected.Operation operation) {
        Scope scope = Scope.in(peer, host);
        operation.result().complete(peer.run(scope, operation.line()));
        scope.leave();
    }

    /** A supervised process is told of its children. */
    void child(String event, String name, Pid pid, @Nullable Reason reason) {
        Members line = event(event).with("name", name).with("pid", new Ident.OfPid(pid).raw());
        observe(reason == null ? line : line.withReason("reason", reason), null);
    }

    private void observe(Members event, @Nullable Value value) {
        String kind = Objects.toString(event.get("event"));
        peer.output().observe(event.with("process", label));
        Line rule = rules.pick(kind, value);
        if (rule != null) {
            Reason end = react(rule);
            if (end != null) {
                throw new Stop(end);
            }
        }
    }

    /** Sleeps, runs commands and throws as the rule says; returns what the process has to end with, null if it goes on. */
    private @Nullable Reason react(Line rule) {
        Clockwork.sleep(rule.number("sleep"));
        Scope scope = Scope.in(peer, host);
        run(scope, rule.lines("ops"));
        if (rule.has("panic")) {
            throw new Scope.Panic(rule.text("panic"));
        }
        return scope.end() != null ? scope.end() : Reasons.read(rule.get("terminate"));
    }

    private void relayed(Injected.Relay relay) {
        Reply reply = call(relay.from(), relay.ref(), Members.of("relayed", true), relay.request());
        switch (reply) {
            case Reply.Value value -> host.context().respond(relay.from(), relay.ref(), value.value());
            case Reply.Failure failure -> host.context().respondError(relay.from(), relay.ref(), failure.reason());
            case Reply.Later later -> {
                // somebody else answers
            }
            case Reply.End end -> {
                if (end.answer() != null) {
                    host.context().respond(relay.from(), relay.ref(), end.answer().value());
                }
                throw new Stop(end.reason());
            }
        }
    }

    /** Handles a request; without a rule it is answered with its own value. */
    Reply call(Pid from, Ref ref, Members target, Object request) {
        Value value = Shown.valueOf(request);
        Members event = event("call").with("from", new Ident.OfPid(from).raw()).with("value", Shown.value(request));
        event.putAll(target);
        Line rule = rules.pick("call", value);
        if (rule != null && rule.has("defer")) { // before the line that a script waits for
            peer.deferred().put(rule.text("defer"), new Injected.Relay(from, ref, value));
        }
        peer.output().observe(event);
        return rule == null ? Reply.of(request) : answer(rule, from, ref, value);
    }

    private Reply answer(Line rule, Pid from, Ref ref, Value request) {
        Reason end = react(rule);
        if (rule.has("answer")) {
            Value answer = peer.values().read(rule.get("answer"));
            important(rule, "answer");
            if (end == null) {
                return Reply.of(answer);
            }
            return end.equals(Reason.NORMAL) ? Reply.stop(end, answer) : Reply.stop(end);
        }
        if (rule.has("error")) {
            Reason error = Reasons.required(rule.get("error"));
            if (end != null) {
                host.context().respondError(from, ref, error);
                return Reply.stop(end);
            }
            important(rule, "error");
            return Reply.error(error);
        }
        if (rule.has("forward")) {
            host.context().send(Destination.pid(peer.labels(), rule.text("forward")),
                    new Injected.Relay(from, ref, request));
            return end == null ? Reply.later() : Reply.stop(end);
        }
        if (end != null) {
            return Reply.stop(end);
        }
        return rule.has("defer") || rule.has("ignore") ? Reply.later() : Reply.of(request);
    }

    /** To a requester on the same node an important answer is one like any other. */
    private void important(Line rule, String what) {
        if (rule.isTrue("important")) {
            peer.output().observe(event("op").with("cmd", what).with("ok", true));
        }
    }

    /** Handles an inspection; without a rule nothing is shown. */
    Map<String, String> inspect(Pid from, List<String> items) {
        peer.output().observe(event("inspect").with("from", new Ident.OfPid(from).raw()).with("items", items));
        Line rule = rules.pick("inspect", null);
        Map<String, String> shown = new LinkedHashMap<>();
        if (rule != null) {
            rule.object("answer").json().properties()
                    .forEach(item -> shown.put(item.getKey(), Texts.of(item.getValue())));
        }
        return shown;
    }

    /** The process is a logger and gets a record. */
    void logged(MessageLog record) {
        peer.output().observe(event("log").with("level", record.level().toString()).with("text", record.message()));
    }

    void terminated(Reason reason) {
        peer.output().observe(event("terminate").withReason("reason", reason));
        Line rule = rules.pick("terminate", null);
        if (rule != null) {
            run(Scope.in(peer, host), rule.lines("ops"));
            if (rule.has("panic")) {
                throw new Scope.Panic(rule.text("panic"));
            }
        }
    }

    private Members event(String event) {
        return Members.of("event", event).with("process", label);
    }
}
