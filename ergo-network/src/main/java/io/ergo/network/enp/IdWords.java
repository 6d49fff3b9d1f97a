package io.ergo.network.enp;

import io.ergo.Alias;
import io.ergo.Ref;
import io.netty.buffer.ByteBuf;

/**
 * The three words of a reference or alias; its node and creation are known from the connection. Unsigned.
 *
 * @param id0 first word; in the acknowledgement of an important message its message id
 * @param id1 second word
 * @param id2 third word; in the reference of a request its deadline in Unix seconds, 0 for none
 */
public record IdWords(long id0, long id1, long id2) {

    /** Returns the words of the reference. */
    public static IdWords of(Ref ref) {
        return new IdWords(ref.id0(), ref.id1(), ref.id2());
    }

    /** Returns the words of the alias. */
    public static IdWords of(Alias alias) {
        return new IdWords(alias.id0(), alias.id1(), alias.id2());
    }

    /** Returns the reference of this node. */
    public Ref ref(String node, long creation) {
        return new Ref(node, creation, id0, id1, id2);
    }

    /** Returns the alias of this node. */
    public Alias alias(String node, long creation) {
        return new Alias(node, creation, id0, id1, id2);
    }

    static IdWords read(ByteBuf in) {
        return new IdWords(in.readLong(), in.readLong(), in.readLong());
    }

    void write(ByteBuf out) {
        out.writeLong(id0).writeLong(id1).writeLong(id2);
    }
}
