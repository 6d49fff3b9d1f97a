package io.ergo.spring.boot.autoconfigure;

import io.ergo.ErgoException;
import io.ergo.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

class ErgoExceptionAdviceTest {

    @RestController
    static class Failing {

        @GetMapping("/fail")
        String fail(@RequestParam String reason) {
            throw ErgoException.light(Reason.of(reason), "a secret of <2C323E75.0.1001>");
        }

        @GetMapping("/wrapped")
        String wrapped() {
            throw ErgoException.light(Reason.wrap("<2C323E75.0.1001>", Reason.TIMEOUT), "");
        }

        @GetMapping("/decided")
        String decided() {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such device",
                    ErgoException.light(Reason.PROCESS_UNKNOWN, "'device.a'"));
        }
    }

    private final MockMvcTester mvc = MockMvcTester
            .create(MockMvcBuilders.standaloneSetup(new Failing()).setControllerAdvice(new ErgoExceptionAdvice())
                    .build());

    @ParameterizedTest
    @CsvSource({"timed out, 504", "process mailbox is full, 429", "unknown process, 503", "process terminated, 503",
        "no route, 503",
        "no connection, 503", "node terminated, 503", "process ID belongs to the previous incarnation, 503"})
    void failure_ofTheOtherSide_isAProblem(String reason, int status) {
        assertThat(mvc.get().uri("/fail").param("reason", reason)).hasStatus(status)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON).bodyText().contains(reason)
                .doesNotContain("secret");
    }

    @Test
    void failure_wrappedReason_isAProblem() {
        assertThat(mvc.get().uri("/wrapped")).hasStatus(504);
    }

    @Test
    void failure_asTheCauseOfAnother_isLeftToOthers() {
        assertThat(mvc.get().uri("/decided")).hasStatus(404);
    }

    @Test
    void failure_ofTheCode_isLeftToOthers() {
        assertThat(mvc.get().uri("/fail").param("reason", "not allowed")).hasFailed().failure()
                .hasRootCauseInstanceOf(ErgoException.class);
    }
}
