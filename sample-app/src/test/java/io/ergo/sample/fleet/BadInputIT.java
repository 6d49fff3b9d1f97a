package io.ergo.sample.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/// What strangers may send, and what they are told.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "fleet.devices.max=3")
class BadInputIT {

    private static final String READINGS = "/api/readings";

    @LocalServerPort
    private int port;
    private FleetClient fleet;

    @BeforeEach
    void connect() {
        fleet = new FleetClient(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[{\"device\": \"a\",,}]", "nonsense",
        "{\"device\": \"a\", \"metric\": \"load\", \"value\": NaN}",
        "{\"device\": \"a\", \"metric\": \"load\", \"value\": \"much\"}",
        "{\"device\": \"a\", \"metric\": \"load\", \"value\": 1, \"time\": \"yesterday\"}", "[] []", "\"text\"", "42"})
    void body_thatIsNoJsonOfReadings_isRefusedWithThePlace(String body) {
        assertProblem(fleet.post(READINGS, body), 400, "line 1, column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void body_thatIsMissing_isRefused(String body) {
        assertProblem(fleet.post(READINGS, body), 400, "the body is missing");
    }

    @Test
    void body_ofDeepNesting_isRefused() {
        assertProblem(fleet.post(READINGS, "[".repeat(100_000)), 400, "the body is no JSON of readings");
    }

    @Test
    void reading_ofAnUnknownMetric_isRefusedByName() {
        assertProblem(fleet.post(READINGS, reading("a", "humidity", "0.5")), 400, "'humidity' but must be one of load");
    }

    @Test
    void reading_thatIsNoNumber_isRefused() {
        assertProblem(fleet.post(READINGS, reading("a", "load", "\"NaN\"")), 400, "the value is NaN");
        assertProblem(fleet.post(READINGS, reading("a", "load", "1e999")), 400, "the value is Infinity");
        assertProblem(fleet.post(READINGS, reading("a", "load", "null")), 400, "the value is missing");
    }

    @Test
    void reading_ofADeviceWithALongName_isRefused() {
        assertProblem(fleet.post(READINGS, reading("a".repeat(64), "load", "1")), 400, "1 to 63 letters");
    }

    @Test
    void list_withOneBadReading_isRefusedAsAWhole() {
        FleetClient.Answer answer = fleet.post(READINGS,
                "[" + reading("whole", "load", "1") + ", " + reading("whole", "load", "-1") + "]");

        assertProblem(answer, 400, "reading 2 was refused, and all others with it");
        assertThat(fleet.get("/api/devices/whole").status()).isEqualTo(404);
    }

    @Test
    void body_ofAnotherType_isRefused() {
        FleetClient.Answer answer = fleet.get(READINGS);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.type()).startsWith("application/problem+json");
    }

    @Test
    void device_nobodyKnows_isNotFound() {
        assertProblem(fleet.get("/api/devices/nobody"), 404, "there is no device 'nobody'");
        assertProblem(fleet.post("/api/devices/nobody/crash", ""), 404, "there is no device 'nobody'");
    }

    @Test
    void devices_beyondTheLimit_areRefusedWhileTheOthersGoOn() {
        fleet.report("one", "load", 1);
        fleet.report("two", "load", 1);

        assertProblem(fleet.post(READINGS, reading("three", "load", "1")), 429, "'three', raise fleet.devices.max");
        assertProblem(fleet.get("/api/devices/three"), 404, "there is no device 'three'");
        fleet.report("one", "load", 2);
    }

    @Test
    void body_aLittleTooLarge_isRefused() {
        assertProblem(fleet.post(READINGS, " ".repeat(1024 * 1024) + "[]"), 413, "larger than 1048576 bytes");
    }

    /// Ten megabytes are announced and not one byte of them is sent: the answer cannot wait for them.
    @Test
    void body_thatAnnouncesTooMuch_isRefusedUnread() throws IOException {
        try (Socket socket = connection()) {
            send(socket, "Content-Length: 10485760\r\n\r\n");

            assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("larger than 1048576 bytes");
        }
    }

    /// Chunks without an end: if they were read on and on, there would be no answer.
    @Test
    void body_withoutLengthOrEnd_isRefusedAtTheLimit() throws IOException {
        try (Socket socket = connection()) {
            send(socket, "Transfer-Encoding: chunked\r\n\r\n");
            byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 17; i++) {
                socket.getOutputStream().write(chunk);
            }

            assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("larger than 1048576 bytes");
        }
    }

    private Socket connection() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static void send(Socket socket, String rest) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(("POST /api/readings HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + rest)
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /// Reads until the problem is complete; its last field is the path.
    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[4096];
        try {
            for (int count = in.read(buffer); count >= 0 && text.indexOf("}") < 0; count = in.read(buffer)) {
                text.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
                if (text.indexOf("}") >= 0) {
                    break;
                }
            }
        } catch (SocketException reset) {
            text.append(" [").append(reset.getMessage()).append(']');
        }
        return text.toString();
    }

    private static String reading(String device, String metric, String value) {
        return "{\"device\": \"%s\", \"metric\": \"%s\", \"value\": %s}".formatted(device, metric, value);
    }

    private static void assertProblem(FleetClient.Answer answer, int status, String why) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.detail()).contains(why);
    }
}
