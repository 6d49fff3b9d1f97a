package io.ergo.spring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Every key has a description, and stands with its default in the table of the guide. */
class ConfigurationKeysTest {

    private static final Path GUIDE = Path.of("../docs/guide/spring.md");

    private static List<Map<String, Object>> keys() throws IOException {
        try (InputStream in = ErgoProperties.class
                .getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            assertThat(in).as("metadata made by the annotation processor").isNotNull();
            Object properties = JsonParserFactory.getJsonParser()
                    .parseMap(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .get("properties");
            @SuppressWarnings("unchecked") List<Map<String, Object>> keys = (List<Map<String, Object>>) properties;
            return keys.stream().filter(key -> key.get("name").toString().startsWith("ergo.")).toList();
        }
    }

    @Test
    void keys_all_haveADescriptionInTheHouseStyle() throws IOException {
        assertThat(keys()).hasSizeGreaterThan(10).allSatisfy(key -> {
            String description = String.valueOf(key.get("description"));
            assertThat(description).as(key.get("name").toString()).endsWith(".").doesNotStartWith("The ")
                    .doesNotStartWith("A ");
            assertThat(!key.get("type").equals("java.lang.Boolean") || description.startsWith("Whether ")).isTrue();
        });
    }

    @Test
    void keys_all_standInTheGuideWithTheirDefault() throws IOException {
        List<String> table = Files.readAllLines(GUIDE).stream().filter(line -> line.startsWith("| `ergo.")).toList();
        assertThat(keys()).allSatisfy(key -> assertThat(table).as(key.get("name").toString()).anySatisfy(row -> {
            assertThat(row).startsWith("| `" + key.get("name"));
            if (key.containsKey("defaultValue")) {
                assertThat(row.split("\\|")[2]).contains("`" + key.get("defaultValue") + "`");
            }
        }));
    }
}
