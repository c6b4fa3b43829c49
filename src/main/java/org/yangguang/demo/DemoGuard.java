package org.yangguang.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.yangguang.platform.StartFailure;
import org.yangguang.platform.WhenServing;

/** Everybody knows the passwords of the demonstration: with it, the program listens on the loopback address only. */
@Component
@WhenServing
@DependsOnDatabaseInitialization
class DemoGuard {

    /** @throws StartFailure before any port is opened */
    DemoGuard(DemoMarker marker, Environment environment) {
        boolean demo = environment.getProperty("yangguang.demo", Boolean.class, false)
                || marker.progress().isPresent();
        if (demo) {
            refuseOthers(environment.getProperty("server.address"));
            refuseOthers(environment.getProperty("management.server.address", "127.0.0.1"));
        }
    }

    static void refuseOthers(@Nullable String address) {
        if (!loopback(address)) {
            throw new StartFailure(
                    "With the demonstration's accounts, whose passwords everybody knows, the program listens on"
                            + " 127.0.0.1 only, not on " + (address == null ? "every address" : address)
                            + "; leave --address out, or start with --empty and another --data directory.");
        }
    }

    private static boolean loopback(@Nullable String address) {
        try {
            return address != null
                    && !address.isBlank()
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
