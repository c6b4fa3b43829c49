package org.yangguang.channel.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.channel.Carrier;
import org.yangguang.channel.internal.ServiceCalls.Answer;
import tools.jackson.databind.JsonNode;

/**
 * Weibo's open interface, version 2: {@code statuses/share} posts, {@code statuses/user_timeline} is asked what is there. Errors are
 * told as {@code {"error_code": 21327, …}} with a status of 4xx.
 */
@Component
class WeiboConnector implements Connector {

    private static final Duration QUIET = Duration.ofMinutes(2);
    private static final int PAGES = 2;

    private final ServiceCalls calls;
    private final PostTexts texts;
    private final ChannelProperties properties;

    WeiboConnector(ServiceCalls calls, PostTexts texts, ChannelProperties properties) {
        this.calls = calls;
        this.texts = texts;
        this.properties = properties;
    }

    @Override
    public Carrier carrier() {
        return Carrier.WEIBO;
    }

    @Override
    public Attempt send(Post post, long outlet, Credentials credentials, @Nullable String step) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("access_token", credentials.secret());
        fields.put("status", texts.weibo(post));
        Answer answer = calls.postForm(properties.weiboUrl(), "/2/statuses/share.json", fields);
        if (answer instanceof Answer.Said said) {
            int error = said.json().path("error_code").asInt(0);
            if (error != 0) {
                return judged(error);
            }
            if (mine(post, said.json())) {
                return new Attempt.Arrived(address(said.json()));
            }
        }
        return answer instanceof Answer.Unreached ? unreached() : new Attempt.Lost("channel.problem.lost", QUIET);
    }

    @Override
    public Attempt ask(Post post, long outlet, Credentials credentials, @Nullable String step) {
        for (int page = 1; page <= PAGES; page++) {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("access_token", credentials.secret());
            query.put("count", "50");
            query.put("page", String.valueOf(page));
            Answer answer = calls.get(properties.weiboUrl(), "/2/statuses/user_timeline.json", query);
            if (answer instanceof Answer.Unreached) {
                return unreached();
            }
            if (!(answer instanceof Answer.Said said)) {
                return new Attempt.Lost("channel.problem.lost", QUIET);
            }
            int error = said.json().path("error_code").asInt(0);
            if (error != 0) {
                Attempt attempt = judged(error);
                return attempt instanceof Attempt.Refused
                        ? new Attempt.Later("channel.problem.weibo.other", Duration.ofMinutes(10))
                        : attempt;
            }
            for (JsonNode status : said.json().path("statuses")) {
                if (mine(post, status)) {
                    return new Attempt.Arrived(address(status));
                }
            }
            if (said.json().path("statuses").size() < 50) {
                break;
            }
        }
        return new Attempt.Absent();
    }

    /** An answer may be one to another question: only a post with the right index number is this one. */
    private static boolean mine(Post post, JsonNode status) {
        String text = status.path("text").asString("");
        return status.hasNonNull("idstr") && text.endsWith(PostTexts.weiboMark(post));
    }

    private static String address(JsonNode status) {
        String user = status.path("user").path("idstr").asString("");
        String id = status.path("idstr").asString("");
        return user.isEmpty() ? id : "https://weibo.com/" + user + "/" + id;
    }

    private static Attempt unreached() {
        return new Attempt.Later("channel.problem.unreached", Duration.ofSeconds(30));
    }

    private static Attempt judged(int error) {
        return switch (error) {
            // the token is not good (any more): nothing goes on before there is a new one
            case 21314, 21315, 21316, 21317, 21327, 21332, 10006, 21301 ->
                new Attempt.Later("channel.problem.weibo.token", Duration.ofHours(1));
            case 10022, 10023, 10024 -> new Attempt.Later("channel.problem.often", Duration.ofHours(1));
            case 20016 -> new Attempt.Later("channel.problem.often", Duration.ofMinutes(10));
            case 10001, 10002, 10003, 10009, 10010, 10011 -> new Attempt.Lost("channel.problem.lost", QUIET);
            // it says that it has it already: then it is found there
            case 20017, 20019 -> new Attempt.Lost("channel.problem.repeated", QUIET);
            case 20012, 20013 -> new Attempt.Refused("channel.problem.long");
            case 20018, 20020, 20021 -> new Attempt.Refused("channel.problem.content");
            case 10005, 10014 -> new Attempt.Refused("channel.problem.rights");
            default -> new Attempt.Refused("channel.problem.weibo.other");
        };
    }
}
