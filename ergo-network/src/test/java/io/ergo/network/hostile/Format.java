package io.ergo.network.hostile;

import java.util.List;

/**
 * Something that is decoded of what others send.
 *
 * @param name for the tests
 * @param limit what its decoders are configured to take beside what all may, in bytes
 * @param recorded what Go nodes sent, or would: to be damaged
 * @param announcing inputs that announce more or less than they have, or go deep, to be tried as they are: no values
 */
record Format(String name, long limit, List<Sample> recorded, List<Sample> announcing) {

    @Override
    public String toString() {
        return name;
    }
}
