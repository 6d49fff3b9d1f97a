package io.ergo.spring;

import java.time.Duration;
import java.util.Objects;

import io.ergo.ErgoException;
import io.ergo.Overflow;
import io.ergo.SpawnOptions;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.convert.DurationStyle;

/** Makes options of a spawn out of a {@link MailboxLimit}. */
final class MailboxOptions {

    private final ConfigurableListableBeanFactory beans;

    MailboxOptions(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Returns the options of the actor. */
    SpawnOptions of(Class<?> actor, MailboxLimit limit) {
        String size = text(limit.size());
        boolean named = !limit.fallback().isEmpty() || !limit.tag().isEmpty();
        if (size.isEmpty() && (named || limit.overflow() != MailboxLimit.Policy.REJECT)) {
            throw wrong(actor, "says what happens beyond its size, but has no size", "Set size, such as \"1000\".");
        }
        if (named != (limit.overflow() == MailboxLimit.Policy.FALLBACK)) {
            throw wrong(actor, named ? "names a fallback or a tag, but its overflow is " + limit.overflow()
                    : "has the overflow FALLBACK, but names no fallback", "Set both or none of them.");
        }
        return size.isEmpty() ? SpawnOptions.defaults() : limited(actor, limit, size);
    }

    private SpawnOptions limited(Class<?> actor, MailboxLimit limit, String size) {
        try {
            return SpawnOptions.defaults().withMailbox(Integer.parseInt(size), overflow(limit));
        } catch (NumberFormatException noNumber) {
            throw wrong(actor, "has the size '" + size + "', which is no number", "Write it like 1000.");
        } catch (ErgoException | IllegalArgumentException wrong) {
            throw wrong(actor, "is wrong: " + wrong.getMessage(), "Correct it.");
        }
    }

    private Overflow overflow(MailboxLimit limit) {
        return switch (limit.overflow()) {
            case REJECT -> Overflow.reject();
            case DROP_OLDEST -> Overflow.dropOldest();
            case FALLBACK -> Overflow.fallback(text(limit.fallback()), limit.tag());
            case AWAIT -> Overflow.await(duration(limit.atMost()));
        };
    }

    private Duration duration(String text) {
        return DurationStyle.detectAndParse(text(text));
    }

    private String text(String text) {
        return Objects.requireNonNullElse(beans.resolveEmbeddedValue(text), "");
    }

    private static ErgoSetupException wrong(Class<?> actor, String what, String action) {
        return new ErgoSetupException("The mailbox of the actor " + actor.getName() + " " + what + ".", action);
    }
}
