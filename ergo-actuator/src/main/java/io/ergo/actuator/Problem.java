package io.ergo.actuator;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Why a request failed, in the form of RFC 9457.
 *
 * @param title the status in words
 * @param status the status of the response
 * @param detail what is wrong, and the way out
 */
public record Problem(String title, int status, String detail) implements OperationResponseBody {}
