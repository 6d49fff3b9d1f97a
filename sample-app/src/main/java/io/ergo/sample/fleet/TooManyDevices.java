package io.ergo.sample.fleet;

/// Thrown when a new device reports and there is no room for one more.
final class TooManyDevices extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyDevices(String device) {
        super("there is no room for the device '" + device
                + "', raise fleet.devices.max; readings of known devices are taken");
    }
}
