package org.yangguang.platform.internal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves the site; what the program does without a command. */
@Command(name = "serve", description = "Serve the site until Ctrl-C.", mixinStandardHelpOptions = true)
final class ServeCommand {

    @Mixin
    final ServeOptions options = new ServeOptions();
}
