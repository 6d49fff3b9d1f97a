package io.ergo.interop.peer;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A peer in this program: takes commands with single quotes for double ones, and shows what it printed. */
final class ScriptedPeer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Peer peer = new Peer(new Output(new PrintStream(printed, true, StandardCharsets.UTF_8)),
            PeerSettings.defaults());
    private int id;

    /** Runs a command and returns its answer as JSON text: the result, or the object with the error. */
    String ask(String command) {
        id++;
        peer.accept(Line.parse(json(command).replaceFirst("\\{", "{\"id\":" + id + ",")));
        JsonNode answer = lines().stream().filter(line -> line.path("id").asInt(0) == id).findFirst().orElseThrow();
        return answer.path("ok").asBoolean() ? answer.path("result").toString()
                : Objects.requireNonNullElse(answer.get("error"), answer).asString();
    }

    /** Returns the observations of a process so far, as JSON texts. */
    List<String> seen(String process) {
        return lines().stream().filter(line -> line.path("process").asString("").equals(process))
                .map(JsonNode::toString).toList();
    }

    private List<JsonNode> lines() {
        List<JsonNode> lines = new ArrayList<>();
        printed.toString(StandardCharsets.UTF_8).lines().forEach(line -> lines.add(JSON.readTree(line)));
        return lines;
    }

    static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    @Override
    public void close() {
        peer.stop();
    }
}
