package io.ergo.interop.value;

import io.ergo.Alias;
import io.ergo.Pid;
import io.ergo.Ref;

/** An identifier and its raw form, {@code <pid NODE ID CREATION>} and the like. */
public sealed interface Ident {

    /**
     * A process.
     *
     * @param id the process
     */
    record OfPid(Pid id) implements Ident {

        static final OfPid NONE = new OfPid(new Pid("", 0, 0));

        @Override
        public String kind() {
            return "pid";
        }

        @Override
        public String raw() {
            return "<pid " + id.node() + " " + Long.toUnsignedString(id.id()) + " " + id.creation() + ">";
        }

        @Override
        public String printed() {
            return id.toString();
        }
    }

    /**
     * An alias.
     *
     * @param id the alias
     */
    record OfAlias(Alias id) implements Ident {

        static final OfAlias NONE = new OfAlias(new Alias("", 0, 0, 0, 0));

        @Override
        public String kind() {
            return "alias";
        }

        @Override
        public String raw() {
            return Ident.words("alias", id.node(), id.creation(), id.id0(), id.id1(), id.id2());
        }

        @Override
        public String printed() {
            return id.toString();
        }
    }

    /**
     * A reference.
     *
     * @param id the reference
     */
    record OfRef(Ref id) implements Ident {

        static final OfRef NONE = new OfRef(new Ref("", 0, 0, 0, 0));

        @Override
        public String kind() {
            return "ref";
        }

        @Override
        public String raw() {
            return Ident.words("ref", id.node(), id.creation(), id.id0(), id.id1(), id.id2());
        }

        @Override
        public String printed() {
            return id.toString();
        }
    }

    /** Returns {@code pid}, {@code alias} or {@code ref}. */
    String kind();

    /** Returns the form that tells everything. */
    String raw();

    /** Returns the form that people and error texts see. */
    String printed();

    /**
     * Reads a raw form.
     *
     * @throws PeerException if it is none
     */
    static Ident parse(String raw) {
        String[] words = raw.length() < 2 ? new String[0] : raw.substring(1, raw.length() - 1).split(" ", -1);
        try {
            if (words.length == 4 && words[0].equals("pid")) {
                return new OfPid(new Pid(words[1], Long.parseUnsignedLong(words[2]), Long.parseLong(words[3])));
            }
            if (words.length == 6 && words[0].equals("alias")) {
                return new OfAlias(new Alias(words[1], Long.parseLong(words[2]), id(words[3]), id(words[4]),
                        id(words[5])));
            }
            if (words.length == 6 && words[0].equals("ref")) {
                return new OfRef(new Ref(words[1], Long.parseLong(words[2]), id(words[3]), id(words[4]),
                        id(words[5])));
            }
        } catch (NumberFormatException bad) {
            throw new PeerException("bad identifier " + raw + ": " + bad.getMessage());
        }
        throw new PeerException("bad identifier " + raw);
    }

    private static long id(String word) {
        return Long.parseUnsignedLong(word);
    }

    private static String words(String kind, String node, long creation, long id0, long id1, long id2) {
        return "<" + kind + " " + node + " " + creation + " " + Long.toUnsignedString(id0) + " "
                + Long.toUnsignedString(id1) + " " + Long.toUnsignedString(id2) + ">";
    }
}
