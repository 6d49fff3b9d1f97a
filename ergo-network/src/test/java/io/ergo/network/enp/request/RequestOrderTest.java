package io.ergo.network.enp.request;

import java.util.stream.Stream;

import io.ergo.Alias;
import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Ref;
import io.ergo.network.enp.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class RequestOrderTest {

    private static final Ref REF = new Ref("a", 1, 2, 3, 0);
    private static final Pid SOURCE = new Pid("a", 1005, 1);
    private static final Pid TARGET = new Pid("b", 1020, 1);
    private static final Alias ALIAS = new Alias("b", 1, 5, 7, 9);
    private static final ProcessId NAME = new ProcessId("server", "b");
    private static final Event EVENT = new Event("ev", "b");
    /** 1 + 1005 % 255. */
    private static final int FROM = 241;
    /** 1 + 1020 % 255. */
    private static final int TO = 1;
    /** 1 + 7 % 255. */
    private static final int WORD = 8;

    /** The table of requests, row by row: link and lane of the request, link and lane of its result. */
    static Stream<Arguments> table() {
        return Stream.of(arguments(new MessageLinkPid(SOURCE, TARGET, REF), FROM, TO, TO, FROM),
                arguments(new MessageUnlinkPid(SOURCE, TARGET, REF), FROM, TO, TO, FROM),
                arguments(new MessageMonitorPid(SOURCE, TARGET, REF), FROM, 0, TO, FROM),
                arguments(new MessageDemonitorPid(SOURCE, TARGET, REF), FROM, 0, TO, FROM),
                arguments(new MessageLinkProcessId(SOURCE, NAME, REF), FROM, 0, 0, FROM),
                arguments(new MessageUnlinkProcessId(SOURCE, NAME, REF), FROM, 0, 0, FROM),
                arguments(new MessageMonitorProcessId(SOURCE, NAME, REF), FROM, 0, 0, FROM),
                arguments(new MessageDemonitorProcessId(SOURCE, NAME, REF), FROM, 0, 0, FROM),
                arguments(new MessageLinkEvent(SOURCE, EVENT, REF), FROM, 0, 0, FROM),
                arguments(new MessageUnlinkEvent(SOURCE, EVENT, REF), FROM, 0, 0, FROM),
                arguments(new MessageMonitorEvent(SOURCE, EVENT, REF), FROM, 0, 0, FROM),
                arguments(new MessageDemonitorEvent(SOURCE, EVENT, REF), FROM, 0, 0, FROM),
                arguments(new MessageLinkAlias(SOURCE, ALIAS, REF), FROM, WORD, WORD, FROM),
                arguments(new MessageUnlinkAlias(SOURCE, ALIAS, REF), FROM, WORD, WORD, FROM),
                arguments(new MessageMonitorAlias(SOURCE, ALIAS, REF), FROM, WORD, WORD, FROM),
                arguments(new MessageDemonitorAlias(SOURCE, ALIAS, REF), FROM, WORD, WORD, FROM),
                arguments(Samples.spawn(SOURCE), 0, 0, 0, FROM),
                arguments(Samples.applicationStart(), 0, 0, 0, 0),
                arguments(new MessageApplicationInfo("app", REF), 0, 0, 0, 0),
                arguments(new MessageUpdateCache(null, null, null, null, REF), 0, 0, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("table")
    void request_hasTheNumbersOfTheTable(NodeRequest request, int link, int lane, int resultLink, int resultLane) {
        assertThat(request.order()).isEqualTo(new Order(link, lane));
        assertThat(request.resultOrder()).isEqualTo(new Order(resultLink, resultLane));
    }

    @Test
    void table_hasARowForEachRequest() {
        assertThat(table().<Class<?>>map(row -> row.get()[0].getClass())).containsExactlyInAnyOrderElementsOf(
                Requests.records().stream().filter(NodeRequest.class::isAssignableFrom).toList());
    }
}
