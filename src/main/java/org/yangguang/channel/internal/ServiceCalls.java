package org.yangguang.channel.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls services over HTTP and tells whether they were reached. Neither addresses nor answers are logged: they carry tokens. */
@Component
class ServiceCalls {

    private static final int LONGEST_ANSWER = 4_000_000;

    private final ChannelProperties properties;
    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http;

    ServiceCalls(ChannelProperties properties) {
        this.properties = properties;
        http = HttpClient.newBuilder()
                .connectTimeout(properties.patience())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    sealed interface Answer {

        /** It answered in JSON. */
        record Said(int status, JsonNode json) implements Answer {}

        /** No connection was made: nothing can have happened. */
        record Unreached() implements Answer {}

        /** It may have done what it was asked; no answer came that can be read. */
        record Unheard() implements Answer {}
    }

    Answer get(String base, String path, Map<String, String> query) {
        return call(request(base + path + "?" + form(query)).GET());
    }

    Answer postForm(String base, String path, Map<String, String> fields) {
        return call(request(base + path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    Answer postJson(String base, String path, Map<String, String> query, Object body) {
        return call(request(base + path + (query.isEmpty() ? "" : "?" + form(query)))
                .header("Content-Type", "application/json;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String address) {
        Duration patience = properties.patience();
        return HttpRequest.newBuilder(URI.create(address)).timeout(patience);
    }

    private Answer call(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 500 || answer.body().length() > LONGEST_ANSWER) {
                return new Answer.Unheard();
            }
            JsonNode said = json.readTree(answer.body());
            return said.isObject() ? new Answer.Said(answer.statusCode(), said) : new Answer.Unheard();
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Answer.Unreached();
        } catch (IOException | JacksonException e) {
            return new Answer.Unheard();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unheard();
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
