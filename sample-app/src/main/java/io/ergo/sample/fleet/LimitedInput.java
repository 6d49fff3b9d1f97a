package io.ergo.sample.fleet;

import java.io.IOException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import org.springframework.util.unit.DataSize;

/// A body that fails with a [FleetProblem] when more than the limit has been read. Belongs to the thread of the request.
final class LimitedInput extends ServletInputStream {

    private final ServletInputStream body;
    private final DataSize limit;
    private long left;

    LimitedInput(ServletInputStream body, DataSize limit) {
        this.body = body;
        this.limit = limit;
        this.left = limit.toBytes();
    }

    @Override
    public int read() throws IOException {
        int octet = body.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = body.read(buffer, offset, length);
        count(count);
        return count;
    }

    private void count(int octets) {
        left -= Math.max(0, octets);
        if (left < 0) {
            throw FleetProblem.bodyTooLarge(limit);
        }
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
