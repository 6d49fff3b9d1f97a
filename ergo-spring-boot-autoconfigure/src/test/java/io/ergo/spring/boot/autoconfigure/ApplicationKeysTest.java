package io.ergo.spring.boot.autoconfigure;

import java.util.Map;

import io.ergo.ApplicationInfo;
import io.ergo.ApplicationProfile;
import io.ergo.ApplicationSpec;
import io.ergo.LogLevel;
import io.ergo.Node;
import io.ergo.Version;
import io.ergo.actor.Actor;
import io.ergo.spring.Child;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.ErgoApplication;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/** What an application tells of itself and what it needs: by annotation, by bean, by keys. */
class ApplicationKeysTest {

    @ErgoActor(name = "counter")
    static class Counter extends Actor {}

    @ErgoActor(name = "till")
    static class Till extends Actor {}

    @Order(1)
    @ErgoApplication(name = "shop", description = "sells ${shop.goods:bread}", version = "1.${shop.release:2}",
            weight = 3,
            tags = {"blue", "${shop.zone:north}"}, map = {"door=counter", " money = till "},
            dependsOn = "${shop.needs:stock}",
            logLevel = LogLevel.WARNING,
            members = {@Child(Counter.class), @Child(Till.class)})
    static class Shop {}

    @Import({Shop.class, Counter.class, Till.class})
    @Configuration(proxyBeanMethods = false)
    static class Parts {

        @Bean
        ApplicationSpec stock() {
            return ApplicationSpec.of("stock", ApplicationSpec.member("shelf", Actors::new)).withWeight(1)
                    .withTags("cellar").withEnv(Map.of("color", "green", "size", "big"));
        }
    }

    static class Actors extends Actor {}

    private static ApplicationInfo info(Node node, String name) {
        return node.applicationInfo(name).orElseThrow();
    }

    @Test
    void annotation_tellsTheProfile_andDependenciesStartFirst() {
        Contexts.run(Contexts.with(Parts.class), context -> {
            Node node = context.getBean(Node.class);
            ApplicationInfo shop = info(node, "shop");
            assertThat(shop.profile()).isEqualTo(new ApplicationProfile("sells bread", Version.of("shop", "1.2"), 3,
                    java.util.List.of("blue", "north"), Map.of("door", "counter", "money", "till")));
            assertThat(shop.depends().applications()).containsExactly("stock");
            assertThat(node.applications()).containsExactly("shop", "stock");
            assertThat(node.runningApplications()).containsExactly("shop", "stock");
            assertThat(node.pidOf("shelf").orElseThrow().id()).as("it was started first")
                    .isLessThan(node.pidOf("counter").orElseThrow().id());
            assertThat(node.logLevel(node.pidOf("counter").orElseThrow())).isEqualTo(LogLevel.WARNING);
        });
    }

    @Test
    void keys_overrideAnnotationsAndBeans() {
        Contexts.run(Contexts.with(Parts.class).withPropertyValues("ergo.applications.shop.depends-on=",
                "ergo.applications.shop.weight=9", "ergo.applications.shop.tags=red,south",
                "ergo.applications.shop.map.money=safe", "ergo.applications.stock.depends-on[0]=shop",
                "ergo.applications.shop.log-level=error", "ergo.applications.stock.log-level=debug",
                "ergo.applications.stock.env.COLOR=red", "ergo.node.expose-env=true"), context -> {
                    Node node = context.getBean(Node.class);
                    ApplicationInfo shop = info(node, "shop");
                    assertThat(shop.depends().applications()).isEmpty();
                    assertThat(shop.profile().weight()).isEqualTo(9);
                    assertThat(shop.profile().tags()).containsExactly("red", "south");
                    assertThat(shop.profile().map()).isEqualTo(Map.of("door", "counter", "money", "safe"));
                    assertThat(shop.profile().version()).hasToString("shop:1.2");
                    ApplicationInfo stock = info(node, "stock");
                    assertThat(node.logLevel(node.pidOf("counter").orElseThrow())).isEqualTo(LogLevel.ERROR);
                    assertThat(node.logLevel(node.pidOf("shelf").orElseThrow())).isEqualTo(LogLevel.DEBUG);
                    assertThat(stock.depends().applications()).containsExactly("shop");
                    assertThat(stock.profile().tags()).containsExactly("cellar");
                    assertThat(stock.profile().weight()).isEqualTo(1);
                    assertThat(stock.env()).isEqualTo(Map.of("COLOR", "red", "SIZE", "big"));
                });
    }

    @Test
    void dependency_withoutAutostart_isStartedWhenItIsNeeded() {
        Contexts.run(Contexts.with(Parts.class).withPropertyValues("ergo.applications.stock.autostart=false"),
                context -> assertThat(context.getBean(Node.class).runningApplications()).containsExactly("shop",
                        "stock"));
    }
}
