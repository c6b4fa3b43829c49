package org.yangguang.keys.internal;

import java.io.PrintWriter;
import org.springframework.stereotype.Component;
import org.yangguang.keys.KeyRotation;
import org.yangguang.platform.ProgramCommand;
import org.yangguang.platform.SealingKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code keys rotate}: a new key, and everything sealed with it. */
@Component
@Command(
        name = "keys rotate",
        description = {
            "Adds a key for personal data and seals everything anew with it; the site may go on serving.",
            "A run that was cut short is finished by running it again. Copy the key file afterwards."
        })
class RotateCommand implements ProgramCommand {

    private final KeyRotation rotation;
    private final SealingKeys keys;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    RotateCommand(KeyRotation rotation, SealingKeys keys) {
        this.rotation = rotation;
        this.keys = keys;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        KeyRotation.Done done = rotation.rotate(line -> {
            out.println(line);
            out.flush();
        });
        out.printf(
                "%s%,d values were sealed anew with key %d. Copy %s to a safe place.%n",
                done.finished() ? "An earlier run was finished. " : "", done.values(), done.key(), keys.file());
        done.unopenable().forEach(place -> out.println("Does not open and was left as it is: " + place));
        out.flush();
        return done.unopenable().isEmpty() ? 0 : 1;
    }
}
