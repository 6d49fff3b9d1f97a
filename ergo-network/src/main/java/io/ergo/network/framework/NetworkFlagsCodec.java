package io.ergo.network.framework;

import io.ergo.network.edf.EdfCodec;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.Schema;

/** Flags as eight bytes. Later releases may append some, which are skipped. */
final class NetworkFlagsCodec implements EdfCodec<NetworkFlags> {

    static final String NAME = WireNames.GEN + "NetworkFlags";

    @Override
    public Class<NetworkFlags> type() {
        return NetworkFlags.class;
    }

    @Override
    public Schema schema() {
        return new Schema.Opaque(NAME);
    }

    @Override
    public void write(EdfWriter out, NetworkFlags flags) {
        out.putLong(flags.bits());
    }

    @Override
    public NetworkFlags read(EdfReader in) {
        return new NetworkFlags(in.getLong());
    }
}
