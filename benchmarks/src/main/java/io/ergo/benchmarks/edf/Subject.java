package io.ergo.benchmarks.edf;

/** One value in one format, to be encoded and decoded again and again. For one thread. */
public interface Subject {

    /** Encodes the value into a buffer that is there and returns how many bytes it took. */
    int encode();

    /** Decodes the bytes. */
    Object decode();

    /** Returns the bytes. */
    byte[] bytes();

    /** Returns the value that is encoded, and that decoding has to give. */
    Object value();

    /**
     * Returns this, after a look at whether it does what it should.
     *
     * @throws IllegalStateException if what is decoded is not what was encoded
     */
    default Subject checked() {
        int size = encode();
        Object decoded = decode();
        if (size != bytes().length || !decoded.equals(value())) {
            throw new IllegalStateException(value() + " came back as " + decoded + ", in " + size + " bytes");
        }
        return this;
    }
}
