package io.ergo.network.hostile;

/**
 * Bytes, and who decodes them and what comes of them.
 *
 * @param name where they are from
 * @param bytes not to be changed
 * @param decoder of them and of damaged ones
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Sample(String name, byte[] bytes, Decoder decoder) {

    /** One that takes whatever comes. */
    @FunctionalInterface
    interface Decoder {

        /** Decodes the first bytes of an array and returns whether they are a value. */
        boolean decode(byte[] bytes, int length);
    }

    @Override
    public String toString() {
        return name;
    }
}
