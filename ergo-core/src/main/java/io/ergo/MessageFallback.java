package io.ergo;

/**
 * A message that found the mailbox of its receiver full and was diverted by {@link Overflow.Fallback}.
 *
 * @param pid the process whose mailbox is full
 * @param tag the tag of its policy
 * @param target what the sender addressed
 * @param message the message
 */
public record MessageFallback(Pid pid, String tag, Address target, Object message) {}
