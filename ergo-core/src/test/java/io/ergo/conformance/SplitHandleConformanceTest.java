package io.ergo.conformance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.Args;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.SpawnOptions;
import io.ergo.actor.Actor;

import static org.assertj.core.api.Assertions.assertThat;

/** Split handling: callbacks of their own for what was addressed by name or alias. */
class SplitHandleConformanceTest {

    /** Answers and records with the name of the callback that was called. */
    private static final class Splitting extends Actor {

        private final List<String> called;
        private final List<Alias> aliases;

        Splitting(List<String> called, List<Alias> aliases) {
            this.called = called;
            this.aliases = aliases;
        }

        @Override
        protected void init(Args args) {
            aliases.add(self().createAlias());
            assertThat(splitHandle()).isFalse();
        }

        @Override
        protected void handleMessage(Pid from, Object message) {
            called.add("message " + message);
        }

        @Override
        protected void handleMessageName(String name, Pid from, Object message) {
            called.add("message " + message + " for " + name);
        }

        @Override
        protected void handleMessageAlias(Alias alias, Pid from, Object message) {
            called.add("message " + message + " for " + alias);
        }

        @Override
        protected Reply handleCall(Pid from, Ref ref, Object request) {
            if (request instanceof Boolean on) {
                setSplitHandle(on);
                return Reply.of(splitHandle());
            }
            return Reply.of("call");
        }

        @Override
        protected Reply handleCallName(String name, Pid from, Ref ref, Object request) {
            return Reply.of("call for " + name);
        }

        @Override
        protected Reply handleCallAlias(Alias alias, Pid from, Ref ref, Object request) {
            return Reply.of("call for " + alias);
        }
    }

    private final List<String> called = new CopyOnWriteArrayList<>();
    private final List<Alias> aliases = new CopyOnWriteArrayList<>();

    @BothDispatchers
    void L08_1_splitHandle_toggled_isReadable(World world) {
        Pid pid = spawn(world);

        assertThat(world.node().call(pid, true, Boolean.class)).isTrue();
        assertThat(world.node().call(pid, false, Boolean.class)).isFalse();
    }

    @BothDispatchers
    void L08_2_splitHandle_off_allGoesToThePlainCallbacks(World world) {
        Pid pid = spawn(world);

        for (Address address : List.of(pid, ProcessId.local("split"), aliases.getFirst())) {
            world.node().send(address, "hello").orThrow();
            assertThat(world.node().call(address, "hello", String.class)).isEqualTo("call");
        }
        assertThat(called).containsExactly("message hello", "message hello", "message hello");
    }

    @BothDispatchers
    void L08_3_splitHandle_on_nameAndAliasGoToTheirCallbacks(World world) {
        Node node = world.node();
        Pid pid = spawn(world);
        Alias alias = aliases.getFirst();
        node.call(pid, true, Boolean.class);

        node.send(pid, "by pid").orThrow();
        node.send("split", "by name").orThrow();
        node.send(alias, "by alias").orThrow();

        assertThat(node.call(pid, "hello", String.class)).isEqualTo("call");
        assertThat(node.call(ProcessId.local("split"), "hello", String.class)).isEqualTo("call for split");
        assertThat(node.call(alias, "hello", String.class)).isEqualTo("call for " + alias);
        assertThat(called).containsExactly("message by pid", "message by name for split",
                "message by alias for " + alias);
    }

    private Pid spawn(World world) {
        return world.node().spawn(() -> new Splitting(called, aliases), SpawnOptions.named("split"));
    }
}
