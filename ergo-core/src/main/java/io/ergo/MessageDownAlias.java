package io.ergo;

/**
 * The owner of a monitored alias ended, or the alias was deleted.
 *
 * @param alias the alias
 * @param reason why
 */
public record MessageDownAlias(Alias alias, Reason reason) implements MessageDown {

    @Override
    public Address source() {
        return alias;
    }
}
