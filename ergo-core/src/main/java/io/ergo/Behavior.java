package io.ergo;

/**
 * What a process runs. Extend {@code io.ergo.actor.Actor} or {@code io.ergo.actor.Supervisor}; a new kind of behaviour implements
 * {@code io.ergo.spi.ProcessBehavior}, which is all the engine asks for. One instance belongs to one process.
 */
public interface Behavior {}
