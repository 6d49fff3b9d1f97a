package io.ergo.spi;

import io.ergo.MessageLog;
import io.ergo.MessageLogProcess;

/** The plain format: {@code time [level] source 'name' behaviour: message}, fields in a second line that is aligned to the end of the time. */
final class PlainLine {

    private static final String FIELDS = "fields";

    private PlainLine() {}

    static String of(MessageLog record, LogFormat format) {
        String time = format.timeOf(record);
        StringBuilder line = new StringBuilder(time).append(" [").append(record.level()).append("] ")
                .append(record.source().label());
        if (record.source() instanceof MessageLogProcess process) {
            if (format.name() && !process.name().isEmpty()) {
                line.append(" '").append(process.name()).append('\'');
            }
            if (format.behavior()) {
                line.append(' ').append(process.behavior());
            }
        }
        line.append(": ").append(record.message()).append('\n');
        if (format.fields() && !record.fields().isEmpty()) {
            line.repeat(' ', Math.max(0, time.length() - FIELDS.length())).append(FIELDS);
            record.fields().forEach((name, value) -> line.append(' ').append(name).append(':')
                    .append(LogFormat.text(value)));
            line.append('\n');
        }
        if (record.thrown() != null) {
            line.append(LogFormat.stack(record.thrown()));
        }
        return line.toString();
    }
}
