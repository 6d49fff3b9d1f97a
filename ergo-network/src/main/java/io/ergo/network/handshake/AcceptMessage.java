package io.ergo.network.handshake;

import java.util.List;

import io.ergo.network.edf.EdfType;
import io.ergo.network.framework.WireNames;
import org.jspecify.annotations.Nullable;

/**
 * Ends a handshake, or its part. On a new connection the accepting side fills the first three, the dialling side nothing; as the answer to a join
 * only the digests are filled.
 *
 * @param id of the connection, for later joins
 * @param poolSize how many links the accepting side wants
 * @param poolDsn where they can be dialled, each {@code host:port}; nil and empty mean the same and are kept apart
 * @param digest answers a join
 * @param digestCert answers a join on TLS
 */
@EdfType(WireNames.HANDSHAKE + "MessageAccept")
public record AcceptMessage(String id, long poolSize, @Nullable List<String> poolDsn, String digest, String digestCert)
        implements
            HandshakeMessage {

    /** How long an id of a connection may be that is taken, and sent again in joins. Go nodes give 32 characters. */
    static final int MOST_ID_CHARS = 255;

    private static final AcceptMessage FINAL = new AcceptMessage("", 0, null, "", "");

    /** Copies the list. */
    public AcceptMessage {
        poolDsn = poolDsn == null ? null : List.copyOf(poolDsn);
    }

    /** Returns the last message of a dialling side. */
    static AcceptMessage last() {
        return FINAL;
    }

    /** Returns what an accepting side offers. */
    static AcceptMessage offer(String id, int poolSize, List<String> poolDsn) {
        return new AcceptMessage(id, poolSize, poolDsn.isEmpty() ? null : poolDsn, "", "");
    }

    /** Returns the answer to a join. */
    static AcceptMessage answer(String digest, String digestCert) {
        return new AcceptMessage("", 0, null, digest, digestCert);
    }

    /** Tells no id and no digest. */
    @Override
    public String toString() {
        return label();
    }
}
