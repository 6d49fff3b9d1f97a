package io.ergo.fuzz;

import java.util.List;
import java.util.stream.Stream;

import io.ergo.network.dialect.NetworkTypes;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.enp.MessageAny;
import io.ergo.network.enp.request.AnyPayload;
import io.ergo.network.framework.Release;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Requests and results, read with the layouts of each release. The payload stays as it is. */
final class AnyTarget extends Target {

    private final List<EdfReader> readers = Stream.of(Release.values())
            .map(release -> new NetworkTypes(release, EdfLimits.defaults()).registry(release)
                    .reader(DecodeTables.none()))
            .toList();

    AnyTarget() {
        super(new Bounds(0));
    }

    @Override
    void take(byte[] input) {
        ByteBuf payload = Unpooled.wrappedBuffer(input);
        for (EdfReader reader : readers) {
            bounds().hold(input.length, () -> AnyPayload.read(reader, DecodeTables.none(),
                    new MessageAny(0, payload)));
            if (payload.readableBytes() != input.length) {
                throw new Finding("the payload was read away");
            }
        }
    }
}
