package io.ergo.engine.process;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ergo.Pid;

/** Reads the printed form of a pid of the own node, with or without its brackets. */
final class PidText {

    private static final Pattern FORM = Pattern.compile("<?([0-9A-F]{8})\\.(-?\\d{1,10})\\.(-?\\d{1,10})>?");

    private PidText() {}

    static Optional<Pid> parse(String text, Pid core) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long id = (Long.parseLong(matcher.group(2)) << 32) | (Long.parseLong(matcher.group(3)) & 0xFFFFFFFFL);
        Pid pid = new Pid(core.node(), id, core.creation());
        String unbracketed = pid.toString().substring(1, pid.toString().length() - 1);
        return text.contains(unbracketed) ? Optional.of(pid) : Optional.empty();
    }
}
