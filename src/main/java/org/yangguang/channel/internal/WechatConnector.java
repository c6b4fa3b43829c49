package org.yangguang.channel.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.channel.Carrier;
import org.yangguang.channel.internal.ServiceCalls.Answer;
import tools.jackson.databind.JsonNode;

/**
 * WeChat Official Accounts. An article is put into the box of drafts ({@code draft/add}), the draft is handed in for publication ({@code
 * freepublish/submit}), and the publication is asked for until it is done ({@code freepublish/get}). What has become of a call whose answer was
 * lost is found by the mark in the article's {@code content_source_url}, among the published articles and the drafts.
 */
@Component
class WechatConnector implements Connector {

    private static final String DRAFT = "draft:";
    private static final String PUBLICATION = "publication:";
    private static final Duration QUIET = Duration.ofMinutes(2);
    /** A publication that was begun can take this long before the article stands in the list. */
    private static final Duration PUBLISHING = Duration.ofMinutes(10);

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int PAGE = 20;
    private static final int PAGES = 5;

    private final ServiceCalls calls;
    private final WechatTokens tokens;
    private final PostTexts texts;
    private final ChannelProperties properties;
    private final Clock clock;

    WechatConnector(
            ServiceCalls calls, WechatTokens tokens, PostTexts texts, ChannelProperties properties, Clock clock) {
        this.calls = calls;
        this.tokens = tokens;
        this.texts = texts;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Carrier carrier() {
        return Carrier.WECHAT;
    }

    @Override
    public Attempt send(Post post, long outlet, Credentials account, @Nullable String step) {
        if (step == null) {
            return draft(post, account);
        }
        return step.startsWith(DRAFT)
                ? submit(post, account, step.substring(DRAFT.length()))
                : published(post, account, step.substring(PUBLICATION.length()));
    }

    @Override
    public Attempt ask(Post post, long outlet, Credentials account, @Nullable String step) {
        if (step != null && step.startsWith(PUBLICATION)) {
            Attempt attempt = published(post, account, step.substring(PUBLICATION.length()));
            if (!(attempt instanceof Attempt.Lost)) {
                return attempt;
            }
        }
        Found article = find(account, "/cgi-bin/freepublish/batchget", item -> mine(post, item.path("content")));
        if (article.failure() != null) {
            return article.failure();
        }
        if (article.item() != null) {
            JsonNode news = article.item().path("content").path("news_item").path(0);
            return new Attempt.Arrived(news.path("url").asString(""));
        }
        Found draft = find(account, "/cgi-bin/draft/batchget", item -> mine(post, item.path("content")));
        if (draft.failure() != null) {
            return draft.failure();
        }
        return draft.item() == null
                ? new Attempt.Absent()
                : new Attempt.Going(DRAFT + draft.item().path("media_id").asString(""), Duration.ZERO);
    }

    private Attempt draft(Post post, Credentials account) {
        Map<String, Object> article = Map.of(
                "article_type", "news",
                "title", texts.wechatTitle(post),
                "author", texts.wechatAuthor(post),
                "digest", texts.wechatDigest(post),
                "content", texts.wechat(post),
                "content_source_url", post.mark(),
                "thumb_media_id", account.cover(),
                "need_open_comment", 0);
        Called called = call(account, "/cgi-bin/draft/add", Map.of("articles", List.of(article)), QUIET);
        if (called.failure() != null) {
            return called.failure();
        }
        String media = called.said().path("media_id").asString("");
        return media.isEmpty()
                ? new Attempt.Lost("channel.problem.lost", QUIET)
                : new Attempt.Going(DRAFT + media, Duration.ZERO);
    }

    /** Looks into the draft before it is handed in: an answer may have been one to another question. */
    private Attempt submit(Post post, Credentials account, String media) {
        Called draft = call(account, "/cgi-bin/draft/get", Map.of("media_id", media), QUIET);
        if (draft.failure() instanceof Attempt.Later later) {
            return later;
        }
        if (draft.failure() instanceof Attempt.Lost) {
            return new Attempt.Later("channel.problem.unreached", Duration.ofSeconds(30));
        }
        // a draft that is not there has been published, or was never this one
        if (draft.failure() != null || !mine(post, draft.said())) {
            return new Attempt.Lost("channel.problem.lost", QUIET);
        }
        Called called = call(account, "/cgi-bin/freepublish/submit", Map.of("media_id", media), PUBLISHING);
        if (called.failure() instanceof Attempt.Refused refused
                && refused.problem().equals("channel.problem.wechat.cover")) {
            return new Attempt.Lost("channel.problem.lost", PUBLISHING);
        }
        if (called.failure() != null) {
            return called.failure();
        }
        String publication = called.said().path("publish_id").asString("");
        return publication.isEmpty()
                ? new Attempt.Lost("channel.problem.lost", PUBLISHING)
                : new Attempt.Going(PUBLICATION + publication, SOON);
    }

    private Attempt published(Post post, Credentials account, String publication) {
        Called called = call(account, "/cgi-bin/freepublish/get", Map.of("publish_id", publication), SOON);
        if (called.failure() != null) {
            return called.failure() instanceof Attempt.Lost
                    ? new Attempt.Later("channel.problem.unreached", Duration.ofSeconds(30))
                    : called.failure();
        }
        if (!called.said().path("publish_id").asString("").equals(publication)) {
            return new Attempt.Later("channel.problem.lost", SOON);
        }
        return switch (called.said().path("publish_status").asInt(-1)) {
            case 0 -> {
                String address = called.said()
                        .path("article_detail")
                        .path("item")
                        .path(0)
                        .path("article_url")
                        .asString("");
                yield verified(post, account, called.said().path("article_id").asString(""), address);
            }
            case 1 -> new Attempt.Going(PUBLICATION + publication, SOON);
            case 2, 3 -> new Attempt.Refused("channel.problem.wechat.failed");
            case 4 -> new Attempt.Refused("channel.problem.content");
            case 5, 6 -> new Attempt.Refused("channel.problem.wechat.removed");
            default -> new Attempt.Later("channel.problem.lost", SOON);
        };
    }

    /** The publication that was asked about may be another one, when the answer that named it was one to another question. */
    private Attempt verified(Post post, Credentials account, String article, String address) {
        Called called = call(account, "/cgi-bin/freepublish/getarticle", Map.of("article_id", article), SOON);
        if (called.failure() != null) {
            return asked(
                    called.failure() instanceof Attempt.Lost
                            ? new Attempt.Later("channel.problem.unreached", Duration.ofSeconds(30))
                            : called.failure());
        }
        return mine(post, called.said())
                ? new Attempt.Arrived(address)
                : new Attempt.Lost("channel.problem.lost", PUBLISHING);
    }

    /** Whoever only asks cannot be refused what was sent. */
    private static Attempt asked(Attempt failure) {
        return failure instanceof Attempt.Refused refused
                ? new Attempt.Later(refused.problem(), Duration.ofMinutes(10))
                : failure;
    }

    private static boolean mine(Post post, JsonNode content) {
        for (JsonNode news : content.path("news_item")) {
            if (news.path("content_source_url").asString("").equals(post.mark())) {
                return true;
            }
        }
        return false;
    }

    /** What was found in a list, or why it could not be read. */
    private record Found(@Nullable JsonNode item, @Nullable Attempt failure) {}

    private Found find(Credentials account, String path, Predicate<JsonNode> wanted) {
        for (int page = 0; page < PAGES; page++) {
            Called called = call(account, path, Map.of("offset", page * PAGE, "count", PAGE, "no_content", 1), QUIET);
            if (called.failure() != null) {
                return new Found(null, asked(called.failure()));
            }
            for (JsonNode item : called.said().path("item")) {
                if (wanted.test(item)) {
                    return new Found(item, null);
                }
            }
            if (called.said().path("item").size() < PAGE) {
                break;
            }
        }
        return new Found(null, null);
    }

    /** What the service said, or how the call failed. */
    private record Called(JsonNode said, @Nullable Attempt failure) {}

    private Called call(Credentials account, String path, Map<String, Object> body, Duration quiet) {
        WechatTokens.Given given = tokens.of(account);
        Called called = call(given, path, body, quiet);
        int error = called.said().path("errcode").asInt(0);
        if (error == 40001 || error == 40014 || error == 42001) {
            // nothing was done under a token that is not good
            called = call(tokens.another(account), path, body, quiet);
        }
        return called;
    }

    private Called call(WechatTokens.Given given, String path, Map<String, Object> body, Duration quiet) {
        if (given instanceof WechatTokens.Given.None none) {
            return new Called(tools.jackson.databind.node.MissingNode.getInstance(), none.why());
        }
        String token = ((WechatTokens.Given.Good) given).token();
        Answer answer = calls.postJson(properties.wechatUrl(), path, Map.of("access_token", token), body);
        if (answer instanceof Answer.Said said) {
            return new Called(
                    said.json(),
                    judged(said.json().path("errcode").asInt(0), quiet).orElse(null));
        }
        Attempt failure = answer instanceof Answer.Unreached
                ? new Attempt.Later("channel.problem.unreached", Duration.ofSeconds(30))
                : new Attempt.Lost("channel.problem.lost", quiet);
        return new Called(tools.jackson.databind.node.MissingNode.getInstance(), failure);
    }

    private Optional<Attempt> judged(int error, Duration quiet) {
        return switch (error) {
            case 0 -> Optional.empty();
            // busy: it may have done it
            case -1 -> Optional.of(new Attempt.Lost("channel.problem.lost", quiet));
            case 40001, 40014, 42001 ->
                Optional.of(new Attempt.Later("channel.problem.wechat.token", Duration.ofMinutes(5)));
            // the calls of a day are used up: a new day begins at midnight
            case 45009 -> Optional.of(new Attempt.Later("channel.problem.often", untilTomorrow()));
            case 45011 -> Optional.of(new Attempt.Later("channel.problem.often", Duration.ofMinutes(1)));
            case 45002, 45003, 45004, 45008, 45026, 45110, 45166 ->
                Optional.of(new Attempt.Refused("channel.problem.long"));
            case 40007 -> Optional.of(new Attempt.Refused("channel.problem.wechat.cover"));
            case 48001, 48004, 50001, 50002 -> Optional.of(new Attempt.Refused("channel.problem.rights"));
            case 53501, 53502, 53503, 53504, 53505, 53506 ->
                Optional.of(new Attempt.Refused("channel.problem.wechat.failed"));
            case 87014, 61501 -> Optional.of(new Attempt.Refused("channel.problem.content"));
            default -> Optional.of(new Attempt.Refused("channel.problem.wechat.other"));
        };
    }

    private Duration untilTomorrow() {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        return Duration.between(
                now, now.plusDays(1).truncatedTo(ChronoUnit.DAYS).plusMinutes(5));
    }
}
