package io.ergo.sample.fleet;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Drives the whole program over HTTP.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"fleet.probes.load=50ms",
    "fleet.probes.memory=50ms", "fleet.probes.disk=50ms", "fleet.probes.jvm=50ms", "fleet.devices.window=3"})
class FleetWatchIT {

    private static final String RESTARTS = "ergo_restarts_total{node=\"fleet@localhost\",supervisor=\"fleet.devices\"}";

    @LocalServerPort
    private int port;
    private FleetClient fleet;

    @BeforeEach
    void connect() {
        fleet = new FleetClient(port);
    }

    @Test
    void probes_onThisMachine_reportItsFigures() {
        await().untilAsserted(() -> assertThat(fleet.device("localhost").path("metrics").propertyNames())
                .contains("load", "cpu", "memory", "disk", "heap", "gc", "threads"));

        JsonNode metrics = fleet.device("localhost").path("metrics");
        assertThat(metrics.path("heap").path("last").asDouble()).isPositive().isLessThan(1);
        assertThat(metrics.path("memory").path("last").asDouble()).isPositive().isLessThan(1);
        assertThat(metrics.path("memory").path("unit").asString()).isEqualTo("share");
        assertThat(metrics.path("threads").path("last").asInt()).isPositive();
    }

    @Test
    void probe_afterItsFirstSample_goesOn() {
        await().untilAsserted(() -> assertThat(
                fleet.device("localhost").path("metrics").path("threads").path("readings").asInt()).isEqualTo(3));
        String seen = fleet.device("localhost").path("lastSeen").asString();

        await().untilAsserted(
                () -> assertThat(fleet.device("localhost").path("lastSeen").asString()).isGreaterThan(seen));
    }

    @Test
    void readings_ofANewDevice_fillItsWindow() {
        FleetClient.Answer answer = fleet.post("/api/readings", """
                [{"device": "greenhouse", "metric": "temperature", "value": 9},
                 {"device": "greenhouse", "metric": "temperature", "value": 10, "unit": "°C"},
                 {"device": "greenhouse", "metric": "temperature", "value": 20, "time": "2026-01-01T12:00:00Z"},
                 {"device": "greenhouse", "metric": "temperature", "value": 30, "time": "2026-01-01T12:00:01Z"}]""");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(4);
        await().untilAsserted(() -> assertThat(
                fleet.device("greenhouse").path("metrics").path("temperature").path("values").values())
                .extracting(JsonNode::asDouble).containsExactly(10.0, 20.0, 30.0));
        JsonNode window = fleet.device("greenhouse").path("metrics").path("temperature");
        assertThat(window.path("min").asDouble()).isEqualTo(10);
        assertThat(window.path("max").asDouble()).isEqualTo(30);
        assertThat(window.path("mean").asDouble()).isEqualTo(20);
        assertThat(window.path("last").asDouble()).isEqualTo(30);
        assertThat(window.path("at").asString()).isEqualTo("2026-01-01T12:00:01Z");
    }

    @Test
    void devices_inTheList_standWithTheirProcesses() {
        fleet.report("listed", "load", 0.5);

        JsonNode listed = fleet.get("/api/devices").json().values().stream()
                .filter(device -> device.path("name").asString().equals("listed")).findAny().orElseThrow();

        JsonNode process = fleet.inTree("device.listed").orElseThrow();
        assertThat(listed.path("pid").asString()).isEqualTo(process.path("pid").asString()).startsWith("<");
        assertThat(listed.path("restarts").asInt()).isZero();
    }

    @Test
    void tree_ofTheApplication_showsSupervisorsAndProcesses() {
        JsonNode application = fleet.get("/actuator/ergo/applications/fleet").json();

        assertThat(application.path("state").asString()).isEqualTo("running");
        JsonNode top = application.path("tree").get(0);
        assertThat(top.path("name").asString()).isEqualTo("fleet.sup");
        assertThat(top.path("supervisor").path("type").asString()).isEqualTo("rest for one");
        assertThat(top.path("children").values()).extracting(child -> child.path("name").asString())
                .containsExactly("fleet.devices", "fleet.alerts", "fleet.probes");
        assertThat(fleet.inTree("fleet.probes").orElseThrow().path("children").values())
                .extracting(child -> child.path("name").asString())
                .containsExactly("probe.load", "probe.memory", "probe.disk", "probe.jvm");
    }

    @Test
    void alert_afterEnoughReadings_opensAndClosesAgain() {
        fleet.report("oven", "temperature", 41);
        fleet.report("oven", "temperature", 42);
        fleet.report("oven", "temperature", 43);

        await().untilAsserted(() -> assertThat(alerts("open", "oven")).singleElement().satisfies(alert -> {
            assertThat(alert.path("rule").asString()).isEqualTo("too hot");
            assertThat(alert.path("severity").asString()).isEqualTo("critical");
            assertThat(alert.path("metric").asString()).isEqualTo("temperature");
            assertThat(alert.path("value").asDouble()).isEqualTo(43);
            assertThat(alert.has("closed")).isFalse();
        }));

        fleet.report("oven", "temperature", 20);

        await().untilAsserted(() -> assertThat(alerts("recent", "oven")).singleElement()
                .satisfies(alert -> assertThat(alert.has("closed")).isTrue()));
        assertThat(alerts("open", "oven")).isEmpty();
    }

    @Test
    void device_thatCrashes_isRestartedCountedAndReportsAgain() {
        fleet.report("fragile", "load", 1);
        String before = fleet.device("fragile").path("pid").asString();
        double counted = await().until(() -> fleet.meter(RESTARTS), value -> value >= 0);

        FleetClient.Answer answer = fleet.post("/api/devices/fragile/crash", "");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("pid").asString()).isEqualTo(before);
        await().untilAsserted(() -> assertThat(fleet.device("fragile").path("restarts").asInt()).isEqualTo(1));
        JsonNode after = fleet.device("fragile");
        assertThat(after.path("pid").asString()).startsWith("<").isNotEqualTo(before);
        assertThat(after.path("metrics")).isEmpty();
        JsonNode process = fleet.inTree("device.fragile").orElseThrow();
        assertThat(process.path("restarts").asInt()).isEqualTo(1);
        assertThat(process.path("pid").asString()).isEqualTo(after.path("pid").asString());
        await().untilAsserted(() -> assertThat(fleet.meter(RESTARTS)).isEqualTo(counted + 1));

        fleet.report("fragile", "load", 2);

        await().untilAsserted(() -> assertThat(
                fleet.device("fragile").path("metrics").path("load").path("last").asDouble()).isEqualTo(2));
    }

    /// One device after the other may fail; too many failures at a time end their supervisor, and the next one above starts it afresh.
    @Test
    void devices_thatFailTooOften_startAfreshWithAllThatBuildsOnThem() {
        fleet.report("storm", "load", 1);
        String probe = pidOf("probe.load");
        long restarts = fleet.inTree("fleet.devices").orElseThrow().path("restarts").asLong();

        await().until(() -> fleet.post("/api/devices/storm/crash", "").status() == 404);

        await().untilAsserted(() -> assertThat(pidOf("probe.load")).isNotEmpty().isNotEqualTo(probe));
        assertThat(fleet.inTree("fleet.devices").orElseThrow().path("restarts").asLong()).isEqualTo(restarts + 1);
        await().until(() -> fleet.device("localhost").path("metrics").has("threads"));
        fleet.report("storm", "load", 2);
        await().until(() -> fleet.device("storm").path("metrics").has("load"));
    }

    @Test
    void health_whileTheFleetRuns_isUp() {
        FleetClient.Answer answer = fleet.get("/actuator/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("components").path("ergo").path("status").asString()).isEqualTo("UP");
    }

    private String pidOf(String process) {
        return fleet.inTree(process).map(node -> node.path("pid").asString("")).orElse("");
    }

    private List<JsonNode> alerts(String kind, String device) {
        return fleet.get("/api/alerts").json().path(kind).values().stream()
                .filter(alert -> alert.path("device").asString().equals(device)).toList();
    }
}
