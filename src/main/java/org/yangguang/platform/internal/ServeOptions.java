package org.yangguang.platform.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said on the command line about serving; everything else is a property. */
final class ServeOptions extends PlaceOptions {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the site (8080); the next one is for monitoring.")
    @Nullable
    Integer port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "Address to listen on (127.0.0.1); 0.0.0.0 for all. Refused while demo accounts exist.")
    @Nullable
    String address;

    @Option(names = "--demo", description = "Load the demo district when there is no organ yet.")
    boolean demo;

    @Option(
            names = "--empty",
            description = "Load no demo; prints a one-time link for the first administrator (default).")
    boolean empty;

    @Override
    List<String> properties() {
        List<String> properties = super.properties();
        if (port != null) {
            properties.add("--server.port=" + port);
            properties.add("--management.server.port=" + (port + 1));
        }
        if (address != null) {
            properties.add("--server.address=" + address);
        }
        if (demo && !empty) {
            properties.add("--spring.profiles.include=demo");
        }
        return properties;
    }
}
