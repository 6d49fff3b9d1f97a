package io.ergo;

/**
 * The exit signal of a linked alias: its owner ended, or it was deleted.
 *
 * @param alias the alias
 * @param reason why
 */
public record MessageExitAlias(Alias alias, Reason reason) implements MessageExit {

    @Override
    public Address source() {
        return alias;
    }
}
