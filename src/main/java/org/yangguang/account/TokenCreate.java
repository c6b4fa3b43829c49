package org.yangguang.account;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yangguang.account.AccessTokens.Issue;
import org.yangguang.platform.ProgramCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code token create}: a token from the machine's own command line, for who may run it there. */
@Component
@Command(
        name = "token create",
        description = "Creates an access token for the API and prints it; it is not shown again.")
public class TokenCreate implements ProgramCommand {

    private final AccessTokens tokens;
    private final Accounts accounts;

    @Spec
    private CommandSpec spec;

    @Option(names = "--login", required = true, description = "The account in whose name the token works.")
    private String login;

    @Option(
            names = "--scope",
            required = true,
            split = ",",
            description = "disclosures:read-internal, audit:export, drafts:write; may be repeated.")
    private List<String> scopes = new ArrayList<>();

    @Option(names = "--days", required = true, description = "Days until it expires, 365 at most.")
    private int days;

    @Option(names = "--name", defaultValue = "command line", description = "What it is for.")
    private String name;

    @SuppressWarnings("NullAway.Init")
    TokenCreate(AccessTokens tokens, Accounts accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Optional<Officer> officer = accounts.byLogin(login);
        Set<TokenScope> wanted = EnumSet.noneOf(TokenScope.class);
        List<String> mistakes = new ArrayList<>();
        if (officer.isEmpty()) {
            mistakes.add("There is no account with the login " + login + ".");
        }
        for (String scope : scopes) {
            TokenScope.of(scope).ifPresentOrElse(wanted::add, () -> mistakes.add(unknown(scope)));
        }
        if (days < 1 || days > AccessTokens.MOST_DAYS) {
            mistakes.add("A token lives 1 to " + AccessTokens.MOST_DAYS + " days.");
        }
        if (!mistakes.isEmpty() || officer.isEmpty()) {
            mistakes.forEach(err::println);
            return 1;
        }
        Issue issue = tokens.issue(officer.get().id(), name, wanted, days);
        if (issue instanceof Issue.Issued issued) {
            out.println(issued.secret());
            return 0;
        }
        err.println("The token was refused: " + issue);
        return 1;
    }

    private static String unknown(String scope) {
        return "There is no scope " + scope + "; there are "
                + Stream.of(TokenScope.values()).map(TokenScope::label).collect(Collectors.joining(", ")) + ".";
    }
}
