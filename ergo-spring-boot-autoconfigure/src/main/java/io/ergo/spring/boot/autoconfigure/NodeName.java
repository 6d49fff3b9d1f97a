package io.ergo.spring.boot.autoconfigure;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** The name of a node that was given none: the name of the application at the name of the host. */
final class NodeName {

    private NodeName() {}

    static String of(@Nullable String application) {
        String name = StringUtils.hasText(application) ? application.strip().replaceAll("[@\\s]+", "-") : "node";
        return name + "@" + host();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost"; // a host that does not know its own name has no other that others could use
        }
    }
}
