package io.ergo.actuator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import io.ergo.ApplicationInfo;
import io.ergo.ApplicationProfile;
import io.ergo.NodeInfo;
import io.ergo.ProcessInfo;
import io.ergo.ProcessSettings;
import io.ergo.ProcessShortInfo;
import io.ergo.SupervisionInfo;
import io.ergo.actuator.ProcessDescriptor.Mailbox;
import org.jspecify.annotations.Nullable;

/** Answers questions about a node from bounded looks at it. Any thread. */
final class NodeQuestions {

    private final NodeView node;
    private final int maxProcesses;

    NodeQuestions(NodeView node, int maxProcesses) {
        this.node = node;
        this.maxProcesses = maxProcesses;
    }

    NodeDescriptor node() {
        Optional<NodeInfo> info = node.info();
        return new NodeDescriptor(node.name(), node.state(), node.creation(),
                info.map(NodeInfo::uptime).orElse(Duration.ZERO),
                info.map(known -> Words.orNull(known.version().toString())).orElse(null),
                info.map(known -> known.framework().release()).orElse(null),
                info.map(NodeQuestions::counts).orElse(NodeDescriptor.Counts.NONE),
                info.map(NodeQuestions::usage).orElse(null),
                applications().applications());
    }

    ApplicationsDescriptor applications() {
        List<ApplicationInfo> all = node.applications();
        return new ApplicationsDescriptor(all.stream().limit(maxProcesses).map(ApplicationSummary::of).toList(),
                all.size() > maxProcesses);
    }

    Answer application(String name) {
        return node.application(name).<Answer>map(info -> new Answer.Found(application(info)))
                .orElseGet(() -> missing("application", name, "applications"));
    }

    Answer processes(@Nullable String from, @Nullable String limit) {
        OptionalLong first = PagingValue.FROM.read(from);
        if (first.isEmpty()) {
            return PagingValue.FROM.wrong(from);
        }
        OptionalLong most = PagingValue.LIMIT.read(limit);
        if (most.isEmpty()) {
            return PagingValue.LIMIT.wrong(limit);
        }
        return new Answer.Found(processes(first.getAsLong(), (int) Math.min(maxProcesses, most.getAsLong())));
    }

    Answer process(String nameOrPid) {
        return node.process(nameOrPid).<Answer>map(info -> new Answer.Found(process(info)))
                .orElseGet(() -> missing("process", nameOrPid, "processes"));
    }

    Answer stack(String nameOrPid) {
        return node.execution(nameOrPid).<Answer>map(seen -> new Answer.Found(StackDescriptor.of(seen)))
                .orElseGet(() -> missing("process", nameOrPid, "processes"));
    }

    private Answer missing(String kind, String name, String list) {
        String why = node.isRunning() ? "; /" + list + " lists what there is" : ", which is " + node.state();
        return new Answer.Missing("there is no " + kind + " '" + Words.cut(name) + "' on node " + node.name() + why);
    }

    private ApplicationDescriptor application(ApplicationInfo info) {
        ProcessTree tree = ProcessTree.full(node, maxProcesses);
        List<TreeNode> nodes = tree.below(info.group());
        ApplicationProfile profile = info.profile();
        return new ApplicationDescriptor(info.name(), profile.description(),
                Words.orNull(profile.version().toString()), profile.weight(), profile.tags(), profile.map(),
                info.depends().applications(), Words.of(info.mode()), Words.of(info.state()),
                Words.orNull(info.parent()), info.uptime(), nodes, tree.processes(), tree.truncated());
    }

    private ProcessesDescriptor processes(long from, int limit) {
        List<ProcessShortInfo> page = node.processes(from, limit + 1);
        boolean more = page.size() > limit;
        return new ProcessesDescriptor(page.stream().limit(limit).map(ProcessSummary::of).toList(), more,
                more ? page.get(limit).pid().id() : null);
    }

    private ProcessDescriptor process(ProcessInfo info) {
        Optional<SupervisionInfo> supervision = node.supervision(info.pid());
        ProcessTree tree = ProcessTree.flat(node, maxProcesses);
        List<TreeNode> children = supervision.map(tree::children).orElse(List.of());
        boolean longer = Math.max(info.aliases().size(),
                Math.max(info.links().size(), info.monitors().size())) > maxProcesses;
        return new ProcessDescriptor(info.pid().toString(), Words.orNull(info.name()), Words.orNull(info.application()),
                info.behavior(), Words.of(info.state()), info.parent().toString(), info.leader().toString(),
                mailbox(info),
                info.messagesIn(), info.messagesOut(), info.runningTime(), info.uptime(), texts(info.aliases()),
                texts(info.links()),
                texts(info.monitors()), settings(info), supervision.map(SupervisorDescriptor::of).orElse(null),
                children,
                longer || tree.truncated());
    }

    private List<String> texts(List<?> addresses) {
        return addresses.stream().limit(maxProcesses).map(Object::toString).toList();
    }

    private static Mailbox mailbox(ProcessInfo info) {
        return new Mailbox(info.mailbox().total(), info.mailbox().urgent(), info.mailbox().system(),
                info.mailbox().main(),
                info.mailbox().log(), info.mailboxSize(), Words.of(info.overflow()));
    }

    private static ProcessDescriptor.Settings settings(ProcessInfo info) {
        ProcessSettings settings = info.settings();
        return new ProcessDescriptor.Settings(Words.of(settings.sendPriority()), Words.of(settings.compression()),
                settings.keepNetworkOrder(), settings.importantDelivery());
    }

    private static NodeDescriptor.Usage usage(NodeInfo info) {
        return new NodeDescriptor.Usage(info.memoryUsed(), info.memoryAlloc(), info.userTime(), info.systemTime());
    }

    private static NodeDescriptor.Counts counts(NodeInfo info) {
        return new NodeDescriptor.Counts(info.processesTotal(), info.processesRunning(), info.processesZombee(),
                info.registeredNames(),
                info.registeredAliases(), info.applicationsTotal(), info.applicationsRunning());
    }
}
