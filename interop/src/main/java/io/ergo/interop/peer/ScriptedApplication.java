package io.ergo.interop.peer;

import io.ergo.ApplicationMode;
import io.ergo.ApplicationSpec;
import io.ergo.Node;
import io.ergo.Reason;
import io.ergo.interop.value.Members;

/**
 * Prints the life of an application.
 *
 * @param peer who prints it
 * @param line its specification
 */
record ScriptedApplication(Peer peer, Line line) implements ApplicationSpec.Callbacks {

    @Override
    public void started(Node node, ApplicationMode mode) {
        peer.output().observe(event("app-start").with("mode", mode.toString()));
        if (line.text("start").equals("panic")) {
            throw new Scope.Panic("application start");
        }
    }

    @Override
    public void terminated(Node node, Reason reason) {
        peer.output().observe(event("app-terminate").withReason("reason", reason));
    }

    private Members event(String event) {
        return Members.of("event", event).with("process", "app:" + line.text("name"));
    }
}
