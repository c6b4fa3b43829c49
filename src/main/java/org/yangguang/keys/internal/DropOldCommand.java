package org.yangguang.keys.internal;

import org.springframework.stereotype.Component;
import org.yangguang.keys.KeyRotation;
import org.yangguang.platform.ProgramCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code keys drop-old}: the keys that nothing needs any more leave the file. */
@Component
@Command(
        name = "keys drop-old",
        description = {
            "Takes all keys for personal data but the newest out of the key file, an hour after it was made or later.",
            "Backups of the database made before then open only with a copy of the old file."
        })
class DropOldCommand implements ProgramCommand {

    private final KeyRotation rotation;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    DropOldCommand(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public Integer call() {
        KeyRotation.Drop drop = rotation.dropOld();
        var line = spec.commandLine();
        switch (drop) {
            case DROPPED -> line.getOut().println("The older keys are gone from the file.");
            case NEEDED -> line.getErr().println("Older keys are still needed: run \"keys rotate\" first.");
            case TOO_EARLY ->
                line.getErr().println("The newest key is not yet an hour old; other nodes may still use an older one.");
        }
        line.getOut().flush();
        line.getErr().flush();
        return drop == KeyRotation.Drop.DROPPED ? 0 : 1;
    }
}
