package io.ergo.actuator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import io.ergo.ApplicationMode;
import io.ergo.ApplicationState;
import io.ergo.Node;
import io.ergo.ProcessExecution.CallbackKind;
import io.ergo.SupervisionInfo.Child;
import org.json.JSONException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skyscreamer.jsonassert.JSONAssert;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/** The endpoint as curl sees it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.endpoints.web.exposure.include=ergo,health,prometheus",
            "management.endpoint.health.show-details=always"})
class ErgoEndpointWebTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;

    ErgoEndpointWebTest(@LocalServerPort int port) {
        this.port = port;
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class App {

        @Bean
        Node node() {
            FakeNode fake = new FakeNode();
            fake.application("fleet", ApplicationMode.PERMANENT, ApplicationState.RUNNING, 1001);
            fake.supervisor(1001, "fleet.sup", new Child("probe", fake.pid(1002), true, false, 2),
                    new Child("spare", null, false, false, 0));
            fake.process(1002, "probe", "demo.Probe", 1001, 9);
            fake.running(1002, CallbackKind.REQUEST, "demo.Ask",
                    new StackTraceElement("demo.Probe", "answer", "Probe.java", 7));
            return fake.node();
        }

        @Bean
        ErgoEndpoint ergoEndpoint(Node node) {
            return new ErgoEndpoint(node);
        }

        @Bean
        ErgoEndpointWebExtension ergoEndpointWebExtension(ErgoEndpoint endpoint) {
            return new ErgoEndpointWebExtension(endpoint);
        }

        @Bean
        ErgoHealthIndicator ergoHealthIndicator(Node node) {
            return new ErgoHealthIndicator(node);
        }

        @Bean
        ErgoMeterBinder ergoMeterBinder(Node node) {
            return new ErgoMeterBinder(node);
        }
    }

    @Test
    void root_get_describesTheNode() throws Exception {
        assertJson(get(""), """
                {"name": "demo@localhost", "state": "running", "creation": 1790000000, "uptime": "PT1M40S",
                 "version": "demo:1.2", "framework": "0.1.0",
                 "usage": {"memoryUsed": 2000000, "memoryAlloc": 1000000, "userTime": "PT1.23S", "systemTime": "PT0.04S"},
                 "counts": {"processes": 2, "processesRunning": 1, "processesZombee": 0, "names": 2, "aliases": 0,
                            "applications": 1, "applicationsRunning": 1},
                 "applications": [{"name": "fleet", "description": "the fleet", "mode": "permanent", "state": "running",
                                   "uptime": "PT1M30S", "members": 1}]}""");
    }

    @Test
    void applications_get_listsThem() throws Exception {
        assertJson(get("/applications"), """
                {"applications": [{"name": "fleet", "description": "the fleet", "mode": "permanent", "state": "running",
                                   "uptime": "PT1M30S", "members": 1}], "truncated": false}""");
    }

    @Test
    void application_get_showsItsTree() throws Exception {
        assertJson(get("/applications/fleet"), """
                {"name": "fleet", "description": "the fleet", "weight": 0, "tags": [], "map": {}, "dependsOn": [],
                 "mode": "permanent", "state": "running", "parent": "demo@localhost", "uptime": "PT1M30S",
                 "tree": [{"pid": "<5F9A7EBB.0.1001>", "name": "fleet.sup", "behavior": "io.ergo.actor.Supervisor", "state": "sleep",
                           "mailboxDepth": 0, "messagesIn": 7, "messagesOut": 5, "uptime": "PT1M",
                           "supervisor": {"type": "one for one", "strategy": "transient", "intensity": 5, "period": "PT5S",
                                          "restarts": 3,
                                          "restartLog": [{"when": "1970-01-01T00:00:00Z", "child": "lost",
                                                          "ended": "<5F9A7EBB.0.900>", "reason": "disk full",
                                                          "decision": "restart", "pause": "PT0.25S"}]},
                           "children": [
                             {"spec": "probe", "pid": "<5F9A7EBB.0.1002>", "name": "probe", "behavior": "demo.Probe", "state": "sleep",
                              "mailboxDepth": 9, "messagesIn": 7, "messagesOut": 5, "uptime": "PT1M", "significant": true,
                              "restarts": 2, "children": []},
                             {"spec": "spare", "state": "not running", "significant": false, "restarts": 0, "children": []}]}],
                 "processes": 2, "truncated": false}""".replace("5F9A7EBB", checksum()));
    }

    @Test
    void processes_get_showsAPage() throws Exception {
        assertJson(get("/processes?limit=1"), """
                {"processes": [{"pid": "<5F9A7EBB.0.1001>", "name": "fleet.sup", "behavior": "io.ergo.actor.Supervisor",
                                "state": "sleep", "parent": "<5F9A7EBB.0.1>", "leader": "<5F9A7EBB.0.1>", "mailboxDepth": 0, "messagesIn": 7, "messagesOut": 5,
                                "runningTime": "PT0.012S", "uptime": "PT1M"}],
                 "truncated": true, "next": 1002}""".replace("5F9A7EBB", checksum()));
    }

    @Test
    void process_getByNameAndPid_showsIt() throws Exception {
        String expected = """
                {"pid": "<5F9A7EBB.0.1002>", "name": "probe", "behavior": "demo.Probe", "state": "sleep",
                 "parent": "<5F9A7EBB.0.1001>", "leader": "<5F9A7EBB.0.1>",
                 "mailbox": {"depth": 9, "urgent": 0, "system": 0, "main": 9, "log": 0, "limit": 100, "overflow": "fallback to spill"},
                 "messagesIn": 7, "messagesOut": 5, "runningTime": "PT0.012S", "uptime": "PT1M", "aliases": [],
                 "links": ["<5F9A7EBB.0.1001>"], "monitors": [],
                 "settings": {"priority": "normal", "compression": "off", "keepNetworkOrder": true, "importantDelivery": false},
                 "children": [], "truncated": false}"""
                .replace("5F9A7EBB", checksum());
        String pid = "<" + checksum() + ".0.1002>";

        assertJson(get("/processes/probe"), expected);
        assertJson(get("/processes/" + pid.substring(1, pid.length() - 1)), expected);
        assertJson(get("/processes/" + URLEncoder.encode(pid, StandardCharsets.UTF_8)), expected);
    }

    @Test
    void stack_getByNameAndPid_showsWhatIsExecuted() throws Exception {
        String expected = """
                {"pid": "<5F9A7EBB.0.1002>", "name": "probe", "behavior": "demo.Probe", "state": "sleep", "callback": "request",
                 "messageType": "demo.Ask", "duration": "PT1.5S", "thread": "demo-worker",
                 "stack": ["demo.Probe.answer(Probe.java:7)"]}""".replace("5F9A7EBB", checksum());

        assertJson(get("/processes/probe/stack"), expected);
        assertJson(get("/processes/" + checksum() + ".0.1002/stack"), expected);
    }

    @Test
    void stack_nothingIsExecuted_isEmpty() throws Exception {
        assertJson(get("/processes/fleet.sup/stack"), """
                {"pid": "<5F9A7EBB.0.1001>", "name": "fleet.sup", "behavior": "io.ergo.actor.Supervisor", "state": "sleep",
                 "stack": []}""".replace("5F9A7EBB", checksum()));
    }

    @Test
    void stack_otherMethodsThanGet_areRefused() throws Exception {
        HttpRequest post = HttpRequest
                .newBuilder(URI.create("http://localhost:" + port + "/actuator/ergo/processes/probe/stack"))
                .POST(HttpRequest.BodyPublishers.noBody()).build();

        assertThat(HTTP.send(post, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /events             | there is no 'events' here, there are applications, applications/{name}, processes, processes/{pid or name} and processes/{pid or name}/stack
            /processes/none/stack | there is no process 'none' on node demo@localhost; /processes lists what there is
            /applications/none  | there is no application 'none' on node demo@localhost; /applications lists what there is
            /applications/a/b   | there is no application 'a/b' on node demo@localhost; /applications lists what there is
            /processes/none     | there is no process 'none' on node demo@localhost; /processes lists what there is
            /processes/1.0.1001 | there is no process '1.0.1001' on node demo@localhost; /processes lists what there is
            """)
    void path_unknown_is404WithAProblem(String path, String detail) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JSONAssert.assertEquals("{\"title\": \"Not Found\", \"status\": 404, \"detail\": \"" + detail + "\"}",
                response.body(), true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            from=-1     | 'from' is '-1' but must be a whole number from 0 to 9223372036854775807
            from=first  | 'from' is 'first' but must be a whole number from 0 to 9223372036854775807
            limit=0     | 'limit' is '0' but must be a whole number from 1 to 2147483647
            limit=1e3   | 'limit' is '1e3' but must be a whole number from 1 to 2147483647
            limit=99999999999999999999 | 'limit' is '99999999999999999999' but must be a whole number from 1 to 2147483647
            from=&limit= | 'from' is '' but must be a whole number from 0 to 9223372036854775807
            """)
    void page_senseless_is400WithAProblem(String query, String detail) throws Exception {
        HttpResponse<String> response = get("/processes?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JSONAssert.assertEquals("{\"title\": \"Bad Request\", \"status\": 400, \"detail\": \"" + detail + "\"}",
                response.body(), true);
    }

    @Test
    void health_get_hasTheNode() throws Exception {
        HttpResponse<String> response = send("/actuator/health");

        assertThat(response.body()).contains("\"ergo\":{\"details\":{\"node\":\"demo@localhost\"");
    }

    @Test
    void prometheus_get_hasTheNode() throws Exception {
        HttpResponse<String> response = send("/actuator/prometheus");

        assertThat(response.body()).contains("ergo_mailbox_depth{behavior=\"demo.Probe\",node=\"demo@localhost\"} 9.0");
    }

    private static String checksum() {
        return new FakeNode().pid(1).toString().substring(1, 9);
    }

    private static void assertJson(HttpResponse<String> response, String expected) throws JSONException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JSONAssert.assertEquals(expected, response.body(), true);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("/actuator/ergo" + path);
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
