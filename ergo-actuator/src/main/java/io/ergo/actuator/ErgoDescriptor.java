package io.ergo.actuator;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * An answer of the endpoint {@code ergo}. The names of the components are the names in the JSON and stay as they are; components may be
 * added. What is null is left out. Times are durations in ISO 8601, pids are written as they print, words of the framework in lower case
 * ({@code wait response}). Written with the mapper of Actuator's endpoints, so the application's JSON settings do not change it.
 */
public sealed interface ErgoDescriptor extends OperationResponseBody permits NodeDescriptor, ApplicationsDescriptor,
        ApplicationDescriptor, ProcessesDescriptor, ProcessDescriptor, StackDescriptor {}
