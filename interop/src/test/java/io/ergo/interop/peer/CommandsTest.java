package io.ergo.interop.peer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandsTest {

    private final ScriptedPeer peer = new ScriptedPeer();

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void hello_withoutANode_tellsTheImplementation() {
        assertThat(peer.ask("{'cmd':'hello'}")).isEqualTo("{\"protocol\":1,\"implementation\":\"java\"}");
    }

    @Test
    void unknownCommand_isRefusedByName() {
        assertThat(peer.ask("{'cmd':'nope'}")).isEqualTo("peer: unknown command \"nope\"");
    }

    @Test
    void commandOfTheNode_withoutANode_isRefused() {
        assertThat(peer.ask("{'cmd':'send','to':'x','value':1}")).isEqualTo("peer: no node");
    }

    @Test
    void commandOfAProcess_atTheNode_isRefused() {
        startNode();

        assertThat(peer.ask("{'cmd':'link','to':'x'}")).isEqualTo("peer: not possible here");
    }

    @Test
    void commandOfASupervisor_inAnOrdinaryProcess_isRefused() {
        startNode();
        peer.ask("{'cmd':'spawn','label':'w'}");

        assertThat(peer.ask("{'cmd':'sup.children','in':'w'}")).isEqualTo("peer: not possible here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"event.register", "event.send", "connect", "remote.spawn", "pool.add", "route.add"})
    void commandForWhatIsNotThere_saysSo(String command) {
        startNode();

        assertThat(peer.ask("{'cmd':'" + command + "'}")).isEqualTo("peer: not there yet: " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'port':4000", "'registrar':'embedded'", "'tls':{'self_signed':true}"})
    void nodeStart_withANetwork_saysThatItIsNotThere(String member) {
        assertThat(peer.ask("{'cmd':'node.start','name':'a@localhost'," + member + "}"))
                .startsWith("peer: not there yet: node.start with ");
    }

    @Test
    void nodeStart_whileANodeRuns_isRefused() {
        startNode();

        assertThat(peer.ask("{'cmd':'node.start','name':'a@localhost'}")).isEqualTo("peer: node is running");
    }

    @Test
    void unknownLabel_isRefused() {
        startNode();

        assertThat(peer.ask("{'cmd':'send','to':'@x','value':1}")).isEqualTo("peer: unknown label @x");
        assertThat(peer.ask("{'cmd':'send','in':'x','to':'y','value':1}")).isEqualTo("peer: unknown label x");
    }

    @Test
    void wayIntoAProcessThatEnded_isRefusedWithTheCause() {
        startNode();
        peer.ask("{'cmd':'spawn','label':'w'}");
        peer.ask("{'cmd':'terminate','in':'w','reason':'enough'}");
        peer.ask("{'cmd':'wait','match':{'process':'w','event':'terminate'}}");

        assertThat(peer.ask("{'cmd':'alias.create','in':'w','label':'a'}"))
                .isEqualTo("peer: no way into w: unknown process");
    }

    @Test
    void commandInAHeldProcess_getsNoAnswerWithinItsLimit() {
        startNode();
        peer.ask("{'cmd':'spawn','label':'w'}");
        peer.ask("{'cmd':'hold','in':'w','label':'h','async':true}");
        peer.ask("{'cmd':'wait','match':{'event':'held','process':'w'}}");

        assertThat(peer.ask("{'cmd':'sync','to':'@w','limit_ms':1}")).isEqualTo("peer: not handled in time");
        assertThat(peer.ask("{'cmd':'process.self','in':'w','limit_ms':1}")).isEqualTo("peer: no answer from w");
        assertThat(peer.ask("{'cmd':'release','label':'h'}")).isEqualTo("null");
        assertThat(peer.ask("{'cmd':'sync','to':'@w'}")).isEqualTo("null");
    }

    @Test
    void wait_forWhatDoesNotCome_saysSo() {
        assertThat(peer.ask("{'cmd':'wait','match':{'event':'x'},'limit_ms':1}")).isEqualTo("peer: not seen");
    }

    @Test
    void batch_goesOnAfterAFailure() {
        startNode();

        assertThat(peer.ask("{'cmd':'batch','ops':[{'cmd':'send','to':'no','value':1},{'cmd':'node.alive'}]}"))
                .isEqualTo("[{\"error\":\"unknown process\"},true]");
    }

    @Test
    void spawn_whoseInitPanics_isPrintedWithoutTheException() {
        startNode();

        assertThat(peer.ask("{'cmd':'spawn','init':{'panic':'boom'}}")).isEqualTo("panic");
        assertThat(peer.ask("{'cmd':'spawn','behaviour':'x'}")).isEqualTo("peer: unknown behaviour \"x\"");
        assertThat(peer.ask("{'cmd':'spawn','behaviour':'pool'}")).isEqualTo("peer: not there yet: behaviour pool");
        assertThat(peer.ask("{'cmd':'spawn','no_factory':true}")).isEqualTo("incorrect value or argument");
    }

    @Test
    void panickingRule_endsTheProcessWithPanic() {
        startNode();
        peer.ask("{'cmd':'spawn','label':'w','rules':[{'on':'message','value':1,'panic':'boom'}]}");
        peer.ask("{'cmd':'send','to':'@w','value':1}");
        peer.ask("{'cmd':'wait','match':{'process':'w','event':'terminate'}}");

        assertThat(peer.seen("w")).last().isEqualTo(
                ScriptedPeer.json("{'event':'terminate','process':'w','reason':'panic'}"));
    }

    @Test
    void initThatFailsFromAStartOn_failsThenOnly() {
        startNode();
        peer.ask("{'cmd':'spawn','label':'s','behaviour':'supervisor','supervisor':{'strategy':'permanent',"
                + "'children':[{'name':'c','init':{'fail_from':2,'fail_to':2,'error':'second'}}]}}");
        peer.ask("{'cmd':'terminate','in':'c#1','reason':'x'}");
        peer.ask("{'cmd':'wait','match':{'process':'c#3','event':'init'}}");

        assertThat(peer.seen("c#2")).containsExactly(ScriptedPeer.json("{'event':'init','process':'c#2'}"));
        peer.ask("{'cmd':'sync','to':'@c#3'}"); // its init has begun, and now is over
        assertThat(peer.ask("{'cmd':'process.state','to':'@c#3'}")).isEqualTo("\"alive\"");
    }

    @Test
    void deferredRequest_isAnsweredByAnotherProcess() {
        startNode();
        peer.ask("{'cmd':'spawn','label':'w','rules':[{'on':'call','defer':'d'}]}");
        peer.ask("{'cmd':'spawn','label':'v'}");
        peer.ask("{'cmd':'call','to':'@w','value':1,'async':true,'tag':'t'}");
        peer.ask("{'cmd':'wait','match':{'process':'w','event':'call'}}");

        assertThat(peer.ask("{'cmd':'respond','in':'v','defer':'d','value':'late'}")).isEqualTo("null");
        peer.ask("{'cmd':'wait','match':{'event':'done'}}");
        assertThat(peer.seen("async")).containsExactly(ScriptedPeer.json(
                "{'event':'done','process':'async','op':'t','cmd':'call','ok':true,'result':'late'}"));
    }

    @Test
    void forwardedRequest_isAnsweredByTheRulesOfTheOther() {
        startNode();
        peer.ask("{'cmd':'spawn','label':'v','rules':[{'on':'call','answer':'from v'}]}");
        peer.ask("{'cmd':'spawn','label':'w','rules':[{'on':'call','forward':'@v'}]}");

        assertThat(peer.ask("{'cmd':'call','to':'@w','value':1}")).isEqualTo("\"from v\"");
        assertThat(peer.seen("v")).last().asString().contains("\"relayed\":true");
    }

    @Test
    void reset_forgetsNodeAndLabels() {
        startNode();
        peer.ask("{'cmd':'spawn','label':'w'}");
        peer.ask("{'cmd':'reset'}");

        assertThat(peer.ask("{'cmd':'process.list'}")).isEqualTo("peer: no node");
        startNode();
        assertThat(peer.ask("{'cmd':'kill','to':'@w'}")).isEqualTo("peer: unknown label @w");
    }

    @Test
    void rule_isDroppedAfterItsUses() {
        startNode();
        peer.ask("{'cmd':'spawn','label':'w','rules':[{'on':'call','times':1,'answer':'once'}]}");

        assertThat(peer.ask("{'cmd':'call','to':'@w','value':1}")).isEqualTo("\"once\"");
        assertThat(peer.ask("{'cmd':'call','to':'@w','value':1}")).isEqualTo("1");
        peer.ask("{'cmd':'rules','process':'w','add':true,'rules':[{'on':'call','error':'no'}]}");
        assertThat(peer.ask("{'cmd':'call','to':'@w','value':1}")).isEqualTo("no");
    }

    @Test
    void inspect_isAnsweredByTheRule() {
        startNode();
        peer.ask("{'cmd':'spawn','label':'w','rules':[{'on':'inspect','answer':{'depth':'3'}}]}");
        peer.ask("{'cmd':'spawn','label':'v'}");

        assertThat(peer.ask("{'cmd':'inspect','in':'v','to':'@w','items':['depth']}")).isEqualTo("{\"depth\":\"3\"}");
        assertThat(peer.seen("w")).last().asString().endsWith("\"items\":[\"depth\"]}");
        assertThat(peer.ask("{'cmd':'inspect','in':'w','to':'@v'}")).isEqualTo("{}");
    }

    @Test
    void delayedExit_thatIsCancelled_doesNotCome() {
        startNode();
        peer.ask("{'cmd':'spawn','label':'w'}");
        peer.ask("{'cmd':'spawn','label':'v'}");
        peer.ask("{'cmd':'send.exit.after','in':'v','to':'@w','reason':'late','ms':60000,'label':'t'}");

        assertThat(peer.ask("{'cmd':'cancel','in':'v','label':'t'}")).isEqualTo("true");
        assertThat(peer.ask("{'cmd':'cancel','in':'v','label':'t'}")).isEqualTo("false");
        assertThat(peer.ask("{'cmd':'cancel','in':'v','label':'none'}")).isEqualTo("peer: no such timer");
    }

    @Test
    void capturedLog_isPrintedWithItsSource() {
        startNode();
        peer.ask("{'cmd':'spawn','label':'w','options':{'log_level':'warning'}}");
        peer.ask("{'cmd':'log.capture','name':'c','levels':['info','warning']}");
        peer.ask("{'cmd':'log','in':'w','level':'info','text':'below the level'}");
        peer.ask("{'cmd':'log','in':'w','level':'error','text':'not in the filter'}");
        peer.ask("{'cmd':'log','in':'w','level':'warning','text':'from w'}");
        peer.ask("{'cmd':'log','text':'from the node {}'}");
        peer.ask("{'cmd':'log.release','name':'c'}");
        peer.ask("{'cmd':'log','text':'after the release'}");

        assertThat(peer.seen("log:c")).satisfiesExactly(
                first -> assertThat(first).contains("\"level\":\"warning\"", "\"text\":\"from w\"",
                        "\"source\":\"process\"", "\"pid\":\"<pid a@localhost "),
                second -> assertThat(second).contains("\"level\":\"info\"", "\"text\":\"from the node {}\"",
                        "\"source\":\"node\""));
    }

    @Test
    void processAsLogger_getsRecords() {
        startNode();
        peer.ask("{'cmd':'spawn','label':'w'}");
        assertThat(peer.ask("{'cmd':'log.capture','name':'c','levels':['error'],'to':'@w'}")).isEqualTo("null");
        peer.ask("{'cmd':'log','level':'error','text':'failed'}");
        peer.ask("{'cmd':'wait','match':{'process':'w','event':'log'}}");

        assertThat(peer.seen("w")).last().isEqualTo(
                ScriptedPeer.json("{'event':'log','process':'w','level':'error','text':'failed'}"));
        assertThat(peer.ask("{'cmd':'log.capture','name':'d','levels':['loud'],'to':'@w'}"))
                .isEqualTo("incorrect value or argument");
    }

    private void startNode() {
        assertThat(peer.ask("{'cmd':'node.start','name':'a@localhost'}")).isEqualTo("{\"node\":\"a@localhost\"}");
    }
}
