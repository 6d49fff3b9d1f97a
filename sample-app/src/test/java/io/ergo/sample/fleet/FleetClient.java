package io.ergo.sample.fleet;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the tests see of the program: its web interface.
final class FleetClient {

    private static final JsonMapper JSON = new JsonMapper();

    /// An answer of whatever status.
    record Answer(int status, String type, String text) {

        JsonNode json() {
            return JSON.readTree(text);
        }

        /// The explanation in a problem.
        String detail() {
            return json().path("detail").asString();
        }
    }

    private final RestClient http;

    FleetClient(int port) {
        http = RestClient.create("http://localhost:" + port);
    }

    Answer get(String path) {
        return exchange(http.method(HttpMethod.GET).uri(path));
    }

    Answer post(String path, String json) {
        return exchange(http.method(HttpMethod.POST).uri(path).contentType(MediaType.APPLICATION_JSON).body(json));
    }

    /// Posts a reading that must be accepted.
    void report(String device, String metric, double value) {
        Answer answer = post("/api/readings",
                "{\"device\": \"%s\", \"metric\": \"%s\", \"value\": %s}".formatted(device, metric, value));
        if (answer.status() != 202) {
            throw new AssertionError(answer);
        }
    }

    JsonNode device(String name) {
        return get("/api/devices/" + name).json();
    }

    /// Finds a process in the tree of the application by its registered name.
    Optional<JsonNode> inTree(String process) {
        return find(get("/actuator/ergo/applications/fleet").json().path("tree"), process);
    }

    private static Optional<JsonNode> find(JsonNode nodes, String process) {
        for (JsonNode node : nodes) {
            Optional<JsonNode> found = node.path("name").asString("").equals(process) ? Optional.of(node)
                    : find(node.path("children"), process);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// Reads a counter or gauge of one line; NaN if there is none.
    double meter(String nameAndTags) {
        return get("/actuator/prometheus").text().lines().filter(line -> line.startsWith(nameAndTags + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(nameAndTags.length() + 1))).findFirst()
                .orElse(Double.NaN);
    }

    private static Answer exchange(RestClient.RequestHeadersSpec<?> request) {
        return request.exchangeForRequiredValue((_, response) -> new Answer(response.getStatusCode().value(),
                String.valueOf(response.getHeaders().getContentType()),
                new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
    }
}
