package io.ergo.network.enp.request;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ergo.Alias;
import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Ref;
import io.ergo.network.enp.request.Relating.Action;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

class RelatingTest {

    private static final Pid SOURCE = new Pid("a", 1, 1);
    private static final Pid PID = new Pid("b", 2, 1);
    private static final ProcessId NAME = new ProcessId("n", "b");
    private static final Alias ALIAS = new Alias("b", 1, 2, 3, 4);
    private static final Event EVENT = new Event("e", "b");
    private static final Ref REF = new Ref("a", 1, 2, 3, 4);

    @Test
    void requests_tellWhatTheyDoAndWithWhom() {
        Map<Action, List<Relating>> requests = Stream.of(new MessageLinkPid(SOURCE, PID, REF),
                new MessageLinkProcessId(SOURCE, NAME, REF), new MessageLinkAlias(SOURCE, ALIAS, REF),
                new MessageLinkEvent(SOURCE, EVENT, REF), new MessageUnlinkPid(SOURCE, PID, REF),
                new MessageUnlinkProcessId(SOURCE, NAME, REF), new MessageUnlinkAlias(SOURCE, ALIAS, REF),
                new MessageUnlinkEvent(SOURCE, EVENT, REF), new MessageMonitorPid(SOURCE, PID, REF),
                new MessageMonitorProcessId(SOURCE, NAME, REF), new MessageMonitorAlias(SOURCE, ALIAS, REF),
                new MessageMonitorEvent(SOURCE, EVENT, REF), new MessageDemonitorPid(SOURCE, PID, REF),
                new MessageDemonitorProcessId(SOURCE, NAME, REF), new MessageDemonitorAlias(SOURCE, ALIAS, REF),
                new MessageDemonitorEvent(SOURCE, EVENT, REF)).collect(groupingBy(Relating::action));

        assertThat(requests).containsOnlyKeys(Action.values());
        requests.forEach((action, each) -> {
            assertThat(each).extracting(Relating::target).containsExactly(PID, NAME, ALIAS, EVENT);
            assertThat(each).allSatisfy(request -> assertThat(request.getClass().getSimpleName())
                    .startsWithIgnoringCase("Message" + action));
        });
    }

    @Test
    void spawn_madeWithItsRef_hasItAtBothPlaces() {
        Ref other = new Ref("a", 1, 7, 8, 9);

        MessageSpawn spawn = MessageSpawn.of("worker", Samples.spawn(SOURCE).options(), other);

        assertThat(spawn).isEqualTo(new MessageSpawn("worker", Samples.spawn(SOURCE).options().withRef(other), other));
        assertThat(spawn.options().ref()).isEqualTo(other);
    }
}
