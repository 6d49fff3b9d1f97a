package io.ergo.sample.fleet;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponseException;

/// What is wrong with a request, told as a problem (RFC 9457).
final class FleetProblem extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    private FleetProblem(HttpStatus status, String detail) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    static FleetProblem badReading(int index, String why) {
        return new FleetProblem(HttpStatus.BAD_REQUEST,
                "reading " + (index + 1) + " was refused, and all others with it: " + why);
    }

    static FleetProblem unknownDevice(String name) {
        return new FleetProblem(HttpStatus.NOT_FOUND, "there is no device '" + name
                + "'; a device is known from its first reading on, GET /api/devices lists them");
    }

    static FleetProblem tooManyDevices(TooManyDevices refused) {
        return new FleetProblem(HttpStatus.TOO_MANY_REQUESTS, String.valueOf(refused.getMessage()));
    }

    static FleetProblem bodyTooLarge(DataSize limit) {
        return new FleetProblem(HttpStatus.CONTENT_TOO_LARGE,
                "the body is larger than " + limit.toBytes() + " bytes; send fewer readings at once");
    }
}
