package org.yangguang.platform.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.yangguang.platform.StartFailure;

/** Makes sure at the start that a PostgreSQL server can be used, and says in one sentence why not. */
public final class ServerCheck {

    private static final int OLDEST = 15;

    private ServerCheck() {}

    public static void usable(String url, @Nullable String user, @Nullable String password) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartFailure(
                    "The database URL must begin with jdbc:postgresql: but is " + withoutSecrets(url) + ".");
        }
        Properties login = new Properties();
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        login.setProperty("loginTimeout", "10");
        try (Connection connection = DriverManager.getConnection(url, login)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new StartFailure("The server at " + withoutSecrets(url) + " is PostgreSQL " + version
                        + "; version " + OLDEST + " or newer is needed.");
            }
        } catch (SQLException e) {
            throw new StartFailure(
                    "The PostgreSQL server at " + withoutSecrets(url) + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static String withoutSecrets(String url) {
        return url.replaceAll("\\?.*", "");
    }
}
