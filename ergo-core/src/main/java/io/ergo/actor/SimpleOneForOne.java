package io.ergo.actor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.ergo.Args;
import io.ergo.Reason;

/**
 * Simple one for one: the children are nameless instances of templates, started by command. A failed instance is replaced by a
 * new one with the same arguments; one that is not restarted is forgotten.
 */
final class SimpleOneForOne extends Supervision {

    /** A specification that instances are made of. */
    private static final class Template {

        private final ChildSpec spec;
        private final int index;
        private boolean disabled;

        Template(ChildSpec spec, int index) {
            this.spec = spec;
            this.index = index;
        }
    }

    private final Map<String, Template> templates = new LinkedHashMap<>();
    private long serial;

    SimpleOneForOne(SupervisorSpec spec) {
        super(spec);
        spec.children().forEach(this::enlist);
    }

    @Override
    List<Child> shown() {
        return roster.running();
    }

    @Override
    void begin() {}

    @Override
    void inspect(Map<String, String> shown) {
        List<Child> instances = roster.running();
        shown.put("specs_total", String.valueOf(templates.size()));
        shown.put("specs_disabled", String.valueOf(templates.values().stream().filter(of -> of.disabled).count()));
        shown.put("instances_total", String.valueOf(instances.size()));
        for (Template template : templates.values()) {
            List<Child> own = instances.stream().filter(child -> child.position().spec() == template.index).toList();
            String key = "child:'" + template.spec.name() + "'";
            shown.put(key, String.valueOf(own.size()));
            shown.put(key + ":args", String.valueOf(
                    own.stream().filter(child -> !child.args().equals(template.spec.args())).count()));
        }
    }

    @Override
    boolean isSignificant(Child child) {
        return false;
    }

    @Override
    Child concern(Child failed, Reason reason) {
        Child next = failed.successor(new Child.Position(failed.position().spec(), serial++));
        queue.want(next, Child.Cause.RESTART);
        return next;
    }

    @Override
    boolean stopsFirst() {
        return false;
    }

    @Override
    void endedForGood(Child child, Reason reason) {}

    @Override
    void obey(Input.Command command) {
        Template template = templates.get(command.name());
        switch (command) {
            case Input.AddChild add when template != null -> refuse(command.name(), Reason.SUPERVISOR_CHILD_DUPLICATE);
            case Input.AddChild add -> enlist(add.spec());
            case Input.Command other when template == null -> refuse(command.name(), Reason.SUPERVISOR_CHILD_UNKNOWN);
            case Input.StartChild start -> start(template, start.args());
            case Input.EnableChild enable -> template.disabled = false;
            case Input.DisableChild disable -> disable(template);
        }
    }

    private void start(Template template, Args args) {
        if (template.disabled) {
            refuse(template.spec.name(), Reason.SUPERVISOR_CHILD_DISABLED);
            return;
        }
        Args own = args.isEmpty() ? template.spec.args() : args;
        queue.want(new Child(template.spec, new Child.Position(template.index, serial++), own, 0), Child.Cause.COMMAND);
    }

    /** Its instances stay disabled until they are gone, also if the template is enabled meanwhile. */
    private void disable(Template template) {
        template.disabled = true;
        queue.forgetIf(paused -> paused.position().spec() == template.index);
        for (Child instance : roster.running()) {
            if (instance.position().spec() == template.index) {
                instance.disabled(true);
                stop(instance, Reason.SHUTDOWN);
            }
        }
    }

    private void enlist(ChildSpec childSpec) {
        templates.put(childSpec.name(), new Template(childSpec, templates.size()));
    }
}
