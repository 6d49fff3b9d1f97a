package io.ergo;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NodeCrcTest {

    @ParameterizedTest
    @CsvSource({"123456789,A9CC8179", "a,248CA0A3", "node@localhost,2C323E75", "testnode@localhost,A31D4387",
        "t0node@localhost,BFB45195", "demo@127.0.0.1,3E79D2BC", "'',''"})
    void of_knownNames_givesTheChecksumOfTheFramework(String name, String crc) {
        assertThat(NodeCrc.of(name)).isEqualTo(crc);
    }
}
