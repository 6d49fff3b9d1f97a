package io.ergo.network.framework;

import java.util.List;

import io.ergo.Reason;

/** The errors that Go nodes send by id. Which id, each node announces. */
final class RegisteredErrors {

    static final List<Reason> UNTIL_3_2 = List.of(Reason.INCORRECT, Reason.TIMEOUT, Reason.UNSUPPORTED, Reason.UNKNOWN,
            Reason.NAME_UNKNOWN, Reason.NOT_ALLOWED, Reason.PROCESS_UNKNOWN, Reason.PROCESS_TERMINATED,
            Reason.META_UNKNOWN, Reason.APPLICATION_UNKNOWN, Reason.TAKEN, Reason.NORMAL, Reason.SHUTDOWN, Reason.KILL,
            Reason.PANIC);

    static final List<Reason> SINCE_3_3 = List.of(Reason.NAME_UNKNOWN, Reason.PARENT_UNKNOWN, Reason.NODE_TERMINATED,
            Reason.PROCESS_MAILBOX_FULL, Reason.PROCESS_UNKNOWN, Reason.PROCESS_INCARNATION, Reason.PROCESS_TERMINATED,
            Reason.META_UNKNOWN, Reason.META_MAILBOX_FULL, Reason.APPLICATION_UNKNOWN, Reason.APPLICATION_DEPENDS,
            Reason.APPLICATION_STATE, Reason.APPLICATION_LOAD_PANIC, Reason.APPLICATION_EMPTY, Reason.APPLICATION_NAME,
            Reason.APPLICATION_STOPPING, Reason.APPLICATION_RUNNING, Reason.TARGET_UNKNOWN, Reason.TARGET_EXIST,
            Reason.of("target manager queue is full"), Reason.REGISTRAR_TERMINATED, Reason.ALIAS_UNKNOWN,
            Reason.ALIAS_OWNER, Reason.EVENT_UNKNOWN, Reason.EVENT_OWNER, Reason.TAKEN, Reason.ATOM_TOO_LONG,
            Reason.TIMEOUT, Reason.UNSUPPORTED, Reason.UNKNOWN, Reason.NOT_ALLOWED, Reason.of("discarded by recipient"),
            Reason.of("target is disabled"), Reason.of("target is busy"), Reason.of("limit exceeded"), Reason.INCORRECT,
            Reason.MALFORMED, Reason.RESPONSE_IGNORED, Reason.UNREGISTERED, Reason.TOO_LARGE, Reason.NETWORK_STOPPED,
            Reason.NO_CONNECTION, Reason.NO_ROUTE, Reason.INTERNAL, Reason.NORMAL, Reason.SHUTDOWN, Reason.KILL,
            Reason.PANIC);

    private RegisteredErrors() {}
}
