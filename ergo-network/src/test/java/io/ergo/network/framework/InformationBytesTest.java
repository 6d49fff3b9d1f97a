package io.ergo.network.framework;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What release 3.3.0 tells of itself, field by field from the tables of the specification. These types have no records. */
class InformationBytesTest {

    private static final EdfRegistry REGISTRY = new EdfRegistry(EdfLimits.defaults());

    static {
        FrameworkTypes.register(REGISTRY, Release.V3_3, List.of());
    }

    static Stream<Row> rows() {
        return Stream.of(mailboxQueues(), processInfo(), processShortInfo(), acceptorInfo(), remoteNodeInfo(),
                networkInfo(), nodeInfo(), tracingExporterInfo());
    }

    private static Row mailboxQueues() {
        return new Row("MailboxQueues").int64(1, 2, 3, 4).int64(-1, -2, -3, -4);
    }

    private static Row tracingExporterInfo() {
        return new Row("TracingExporterInfo").text("n").text("b").named("TracingFlags", new EdfValue.UInt32(5),
                "00000005").uint64(6);
    }

    private static Row tracingInfo() {
        Row attribute = new Row("TracingAttribute").text("k").text("v");
        return new Row("TracingInfo").text("always").slice("#gen/TracingAttribute", attribute);
    }

    private static Row processInfo() {
        return new Row("ProcessInfo").pid().atom("n").atom("a").text("b")
                .named("ProcessKind", "actor", "00056163746f72")
                .int64(7).struct(mailboxQueues()).uint64(1, 2, 3).uint64(4, 5).compression().priority().int64(8)
                .state().int64(9).pid().pid().struct(tracingInfo()).fallback().nilMap()
                .nilSlice("alias").nilSlice("atom").nilSlice("alias")
                .nilSlice("pid").nilSlice("processid").nilSlice("alias").nilSlice("event").nilSlice("atom")
                .nilSlice("pid").nilSlice("processid").nilSlice("alias").nilSlice("event").nilSlice("atom")
                .logLevel().flag(true).flag(false);
    }

    private static Row processShortInfo() {
        return new Row("ProcessShortInfo").pid().atom("n").atom("a").text("b")
                .named("ProcessKind", "web", "0003776562").uint64(1, 2, 3).int64(4).uint64(5).uint64(6, 7).int64(8)
                .state().int64(9).pid().pid().logLevel();
    }

    private static Row acceptorInfo() {
        return new Row("AcceptorInfo").text("0.0.0.0").integer(65).flags().flag(true).flag(false).text("r").version()
                .version().version().uint64(11);
    }

    private static Row remoteNodeInfo() {
        return new Row("RemoteNodeInfo").atom("n@h").int64(1, 2).version().version().version().flags().integer(3)
                .integer(4).nilSlice("string").integer(5).flag(true).uint64(1, 2, 3, 4, 5, 6)
                .uint64(11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24).int64(-7);
    }

    private static Row networkInfo() {
        Row registrar = new Row("RegistrarInfo").text("s").flag(true).flag(false).flag(true).flag(false).flag(true)
                .version();
        return new Row("NetworkInfo").named("NetworkMode", -1L, "ffffffffffffffff").struct(registrar)
                .slice("#gen/AcceptorInfo", acceptorInfo()).integer(9).version().version().nilSlice("atom")
                .nilSlice("#gen/RouteInfo").nilSlice("#gen/ProxyRouteInfo").flags().uint64(21, 22)
                .nilSlice("#gen/NetworkSpawnInfo").nilSlice("#gen/NetworkApplicationStartInfo");
    }

    private static Row nodeInfo() {
        Row cron = new Row("CronInfo").epoch().nilSlice("atom").nilSlice("#gen/CronJobInfo");
        return new Row("NodeInfo").atom("n@h").int64(1).version().version().nilSlice("#gen/Version").nilMap()
                .logLevel().nilSlice("#gen/LoggerInfo").struct(tracingInfo())
                .slice("#gen/TracingExporterInfo", tracingExporterInfo()).array(1, 2, 3, 4, 5, 6).array(7, 8, 9, 10, 11)
                .struct(cron).int64(31, 32, 33, 34).uint64(41, 42, 43, 44, 45, 46, 47).int64(51, 52, 53)
                .int64(61, 62, 63, 64).int64(71, 72).uint64(81, 82, 83, 84, 85).int64(91).uint64(92).float64(1)
                .float64(2).int64(93, 94).epoch().uint64(95, 96);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void value_written_isWhatTheTableSays(Row row) {
        EdfWriter out = REGISTRY.writer(EncodeTables.none());

        out.putMessage(row.value());

        assertThat(HexFormat.of().formatHex(out.toBytes())).isEqualTo(row.message());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void bytes_read_giveTheValue(Row row) {
        byte[] bytes = HexFormat.of().parseHex(row.message());
        EdfReader in = REGISTRY.reader(DecodeTables.none());
        in.reset(bytes, 0, bytes.length);

        assertThat(in.getAny()).isEqualTo(row.value());
        assertThat(in.remaining()).isZero();
    }
}
