package org.yangguang.channel.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Weibo and WeChat on this machine. They refuse what the real ones refuse: tokens that are wrong or have expired, too many calls, posts that
 * are too long or repeat another, a draft that is not there. Their network can be made bad.
 */
final class StandIn implements AutoCloseable {

    static final String WEIBO_TOKEN = "2.00weibo";
    private static final int MOST_HANGING = 4;
    static final String SECRET = "secret-of-the-account";

    private final JsonMapper json = JsonMapper.shared();
    private final HttpServer server;
    private final Clock clock;
    private final Map<String, String> lastAnswers = new HashMap<>();
    /** Calls that are never answered. */
    private final List<HttpExchange> hanging = java.util.Collections.synchronizedList(new ArrayList<>());

    private final List<Map<String, Object>> drafts = new ArrayList<>();
    private final List<Map<String, Object>> articles = new ArrayList<>();
    private final Map<String, Map<String, Object>> publications = new LinkedHashMap<>();
    private final Map<String, Instant> tokens = new HashMap<>();
    private final Map<String, String> apps = new HashMap<>();
    private Random faults = new Random(0);
    private int badness;
    private int numbers = 1000;

    /** Texts of Weibo in their order. */
    final List<String> statuses = new ArrayList<>();

    private final List<String> accounts = new ArrayList<>();
    private final java.util.Set<String> posts = new java.util.HashSet<>();

    /** Calls by path. */
    final Map<String, Integer> calls = new HashMap<>();

    int repeated;
    /** Every call is answered with this error while it is not 0. */
    int error;

    boolean weiboTokenExpired;
    int pollsUntilPublished = 1;

    StandIn(Clock clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
        server.setExecutor(Executors.newFixedThreadPool(4, work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    ChannelProperties properties(java.time.Duration patience) {
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        return new ChannelProperties(base, base, 140, 32, 120, patience);
    }

    /** Of a hundred calls so many go wrong in one way or another. */
    void badNetwork(int percent, long seed) {
        badness = percent;
        faults = new Random(seed);
    }

    /** How often an article with this mark was published. */
    synchronized long published(String mark) {
        return articles.stream()
                .filter(each -> mark.equals(each.get("content_source_url")))
                .count();
    }

    synchronized int publishedArticles() {
        return articles.size();
    }

    synchronized int draftsLeft() {
        return drafts.size();
    }

    /** Forgets all tokens, as if two hours had gone by. */
    synchronized void expireTokens() {
        tokens.replaceAll((token, until) -> Instant.EPOCH);
    }

    synchronized void rejectTokens() {
        tokens.clear();
    }

    private void answer(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = call.getRequestURI().getPath();
        String query = call.getRequestURI().getRawQuery();
        int fault;
        int status = 200;
        String said;
        synchronized (this) {
            calls.merge(path, 1, Integer::sum);
            fault = faults.nextInt(100) < badness ? 1 + faults.nextInt(6) : 0;
            if (fault == 1) {
                call.sendResponseHeaders(502, -1);
                call.close();
                return;
            }
            if (fault == 2) {
                call.close();
                return;
            }
            Map<String, Object> done = error != 0
                    ? failure(path, error)
                    : path.startsWith("/2/") ? weibo(path, query, body) : wechat(path, query, body);
            said = json.writeValueAsString(done);
            if (done.containsKey("error_code")) {
                status = 400;
            }
            if (fault == 3
                    && !path.contains("batchget")
                    && !path.contains("timeline")
                    && !path.contains("getarticle")) {
                said = lastAnswers.getOrDefault(path, said);
            } else {
                lastAnswers.put(path, said);
            }
        }
        if (fault == 4) {
            call.sendResponseHeaders(504, -1);
        } else if (fault == 5) {
            call.close();
            return;
        } else if (fault == 6 && hanging.size() < MOST_HANGING) {
            hanging.add(call);
            return;
        } else {
            byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(status, bytes.length);
            call.getResponseBody().write(bytes);
        }
        call.close();
    }

    private static Map<String, Object> failure(String path, int code) {
        return path.startsWith("/2/")
                ? Map.of("error", "failed", "error_code", code, "request", path)
                : Map.of("errcode", code, "errmsg", "failed");
    }

    private Map<String, Object> weibo(String path, String query, String body) {
        Map<String, String> fields = fields(path.endsWith("share.json") ? body : query);
        String account = fields.getOrDefault("access_token", "");
        if (!account.startsWith(WEIBO_TOKEN)) {
            return failure(path, 21332);
        }
        if (weiboTokenExpired) {
            return failure(path, 21327);
        }
        if (path.equals("/2/statuses/user_timeline.json")) {
            int page = Integer.parseInt(fields.get("page"));
            int count = Integer.parseInt(fields.get("count"));
            List<Map<String, Object>> newest = new ArrayList<>();
            for (int i = statuses.size() - 1; i >= 0; i--) {
                if (accounts.get(i).equals(account)) {
                    newest.add(status(i));
                }
            }
            return Map.of(
                    "statuses",
                    newest.stream().skip((long) (page - 1) * count).limit(count).toList());
        }
        String text = fields.get("status");
        if (PostTexts.halves(text) > 280) {
            return failure(path, 20012);
        }
        if (!posts.add(account + " " + text)) {
            repeated++;
            return failure(path, 20019);
        }
        statuses.add(text);
        accounts.add(account);
        return status(statuses.size() - 1);
    }

    /** Addresses are shortened in what comes back, as Weibo does. */
    private Map<String, Object> status(int number) {
        String text = statuses.get(number).replaceAll("https?://\\S+", "http://t.cn/A" + number);
        return Map.of("idstr", String.valueOf(4_900_000 + number), "text", text, "user", Map.of("idstr", "1700000000"));
    }

    private Map<String, Object> wechat(String path, String query, String body) {
        JsonNode asked = json.readTree(body);
        if (path.equals("/cgi-bin/stable_token")) {
            if (!SECRET.equals(asked.path("secret").asString(""))) {
                return failure(path, 40125);
            }
            String token = "token-" + ++numbers;
            tokens.put(token, clock.instant().plusSeconds(7200));
            apps.put(token, asked.path("appid").asString(""));
            return Map.of("access_token", token, "expires_in", 7200);
        }
        Instant until = tokens.get(fields(query).get("access_token"));
        if (until == null) {
            return failure(path, 40001);
        }
        if (!until.isAfter(clock.instant())) {
            return failure(path, 42001);
        }
        String app = apps.getOrDefault(fields(query).get("access_token"), "");
        return switch (path) {
            case "/cgi-bin/draft/add" -> draft(path, asked.path("articles").path(0), app);
            case "/cgi-bin/draft/get" ->
                draft(asked)
                        .<Map<String, Object>>map(draft -> Map.of("news_item", List.of(draft)))
                        .orElseGet(() -> failure(path, 40007));
            case "/cgi-bin/draft/batchget" -> page(drafts, asked, "media_id", app);
            case "/cgi-bin/freepublish/batchget" -> page(articles, asked, "article_id", app);
            case "/cgi-bin/freepublish/submit" ->
                draft(asked).map(draft -> submit(draft)).orElseGet(() -> failure(path, 40007));
            case "/cgi-bin/freepublish/getarticle" ->
                articles.stream()
                        .filter(each -> each.get("article_id")
                                .equals(asked.path("article_id").asString("")))
                        .findFirst()
                        .<Map<String, Object>>map(article -> Map.of("news_item", List.of(article)))
                        .orElseGet(() -> failure(path, 53600));
            case "/cgi-bin/freepublish/get" -> state(asked.path("publish_id").asString(""));
            default -> failure(path, 40066);
        };
    }

    private Map<String, Object> draft(String path, JsonNode article, String app) {
        if (article.path("title").asString("").length() > 32) {
            return failure(path, 45003);
        }
        if (article.path("digest").asString("").length() > 120) {
            return failure(path, 45004);
        }
        if (article.path("content").asString("").length() >= 20_000) {
            return failure(path, 45002);
        }
        if (!article.path("thumb_media_id").asString("").equals("cover")) {
            return failure(path, 40007);
        }
        Map<String, Object> draft = new HashMap<>();
        draft.put("media_id", "media-" + ++numbers);
        draft.put("app", app);
        draft.put("content_source_url", article.path("content_source_url").asString(""));
        draft.put("title", article.path("title").asString(""));
        drafts.add(draft);
        return Map.of("media_id", draft.get("media_id"));
    }

    private java.util.Optional<Map<String, Object>> draft(JsonNode asked) {
        String media = asked.path("media_id").asString("");
        return drafts.stream()
                .filter(each -> media.equals(each.get("media_id")))
                .findFirst();
    }

    private Map<String, Object> submit(Map<String, Object> draft) {
        String publication = "publish-" + ++numbers;
        Map<String, Object> running = new HashMap<>(draft);
        running.put("polls", pollsUntilPublished);
        publications.put(publication, running);
        if (pollsUntilPublished == 0) {
            publish(running);
        }
        return Map.of("errcode", 0, "errmsg", "ok", "publish_id", publication, "msg_data_id", "1");
    }

    private void publish(Map<String, Object> running) {
        drafts.removeIf(each -> each.get("media_id").equals(running.get("media_id")));
        Map<String, Object> article = new HashMap<>(running);
        article.put("article_id", "article-" + ++numbers);
        article.put("url", "https://mp.weixin.qq.com/s/" + numbers);
        running.put("url", article.get("url"));
        running.put("article_id", article.get("article_id"));
        articles.add(article);
    }

    private Map<String, Object> state(String publication) {
        Map<String, Object> running = publications.get(publication);
        if (running == null) {
            return failure("", 40066);
        }
        int polls = (int) running.get("polls");
        if (polls > 0) {
            running.put("polls", polls - 1);
            if (polls == 1) {
                publish(running);
            } else {
                return Map.of("publish_id", publication, "publish_status", 1);
            }
        }
        return Map.of(
                "publish_id",
                publication,
                "publish_status",
                0,
                "article_id",
                running.get("article_id"),
                "article_detail",
                Map.of("count", 1, "item", List.of(Map.of("idx", 1, "article_url", running.get("url")))));
    }

    /** A publication goes on by itself: whoever asks for a list gives it the time. */
    private Map<String, Object> page(List<Map<String, Object>> everybodys, JsonNode asked, String id, String app) {
        new ArrayList<>(publications.values())
                .stream().filter(each -> (int) each.get("polls") > 0).forEach(each -> {
                    each.put("polls", 0);
                    publish(each);
                });
        List<Map<String, Object>> all =
                everybodys.stream().filter(each -> app.equals(each.get("app"))).toList();
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = all.size() - 1 - asked.path("offset").asInt(0);
                i >= 0 && items.size() < asked.path("count").asInt(20);
                i--) {
            Map<String, Object> one = all.get(i);
            items.add(Map.of(id, one.get(id), "content", Map.of("news_item", List.of(one))));
        }
        return Map.of("total_count", all.size(), "item_count", items.size(), "item", items);
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        if (form != null) {
            for (String each : form.split("&")) {
                int sign = each.indexOf('=');
                fields.put(
                        each.substring(0, sign), URLDecoder.decode(each.substring(sign + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    @Override
    public void close() {
        hanging.forEach(HttpExchange::close);
        server.stop(0);
    }
}
