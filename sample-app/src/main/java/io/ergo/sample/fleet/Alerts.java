package io.ergo.sample.fleet;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ergo.sample.fleet.AlertMessage.Judge;
import io.ergo.sample.fleet.AlertMessage.Show;
import io.ergo.sample.fleet.AlertMessage.Shown;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.OnCall;
import io.ergo.spring.OnMessage;

/// Compares readings with the rules and keeps the alerts.
///
/// One process for all devices, because the list of alerts is one thing: there is one order in it and nobody ever sees half of a change.
/// A broken rule fails this process and no device.
@ErgoActor(name = Alerts.NAME)
class Alerts {

    static final String NAME = "fleet.alerts";

    private record Place(String device, AlertRule rule) {}

    private final FleetProperties.Alerts settings;
    private final Map<Place, Watch> watches = new LinkedHashMap<>();
    private final Deque<Alert> recent = new ArrayDeque<>();
    private long lastId;

    Alerts(FleetProperties properties) {
        this.settings = properties.alerts();
    }

    @OnMessage
    void judge(Judge order) {
        Reading reading = order.reading();
        for (AlertRule rule : settings.rules()) {
            if (rule.metric() == reading.metric()) {
                watches.computeIfAbsent(new Place(reading.device(), rule), _ -> new Watch(rule, () -> ++lastId))
                        .take(reading).ifPresent(this::remember);
            }
        }
    }

    private void remember(Alert closed) {
        recent.addFirst(closed);
        if (recent.size() > settings.recent()) {
            recent.removeLast();
        }
    }

    @OnCall
    Shown show(Show request) {
        List<Alert> open = watches.values().stream().map(Watch::open).flatMap(Optional::stream)
                .sorted(Comparator.comparingLong(Alert::id)).toList();
        return new Shown(open, List.copyOf(recent));
    }
}
