package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.file.FileStore;
import org.yangguang.file.StoredFile;
import org.yangguang.testing.Await;
import org.yangguang.testing.YangguangTest;
import org.yangguang.topic.Topic;
import org.yangguang.topic.TopicEditing;

/**
 * Every public path that the program answers, asked for everything that a citizen must not see. Paths are not listed here but taken
 * from the program, so that a new one is covered from its first day; one that this test does not know how to ask fails it.
 */
@YangguangTest
class VisibilityGateTests {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^{}]*(?:\\{[^{}]*\\}[^{}]*)*)?\\}");
    private static final Pattern TOKEN =
            Pattern.compile("name=\"_csrf\" value=\"[^\"]*\"|<div class=\"guard\"[\\s\\S]*?</div>");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    ApplicationContext context;

    @Autowired
    TestDistrict district;

    @Autowired
    Catalogue catalogue;

    @Autowired
    FileStore files;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String marker = "隐匿" + TestDistrict.unique();

    /** What is hidden: its items, and the texts, numbers and hashes that only it has. */
    private record Hidden(List<Long> items, List<Long> withdrawn, List<String> images, List<Long> attachments) {}

    private record Answer(int status, String body) {}

    private static final Pattern HIT =
            Pattern.compile("<li\\b.*?</li>|<entry>.*?</entry>|\\{\"(?:id|title)\":.*?\\}(?=[,\\]])", Pattern.DOTALL);

    /** The shortest list of hits that leaves others out. */
    private static final int FULL_PAGE = 5;

    /**
     * Whether two answers tell the same. What a search finds stands in an order that every document of the index has a part in, however little: there the same hits in
     * another order tell the same, and of a full page the number of hits, each of which is judged by what it says.
     */
    private static boolean same(String address, Answer one, Answer other) {
        if (!address.contains("q=")) {
            return one.equals(other);
        }
        List<String> hits = hits(one.body());
        List<String> others = hits(other.body());
        return one.status() == other.status()
                && HIT.matcher(one.body())
                        .replaceAll("")
                        .equals(HIT.matcher(other.body()).replaceAll(""))
                && (hits.equals(others) || hits.size() >= FULL_PAGE && hits.size() == others.size());
    }

    private static List<String> hits(String body) {
        return HIT.matcher(body).results().map(MatchResult::group).sorted().toList();
    }

    @Test
    void nothingOfAHiddenItemIsToldByAnyPublicPath() throws Exception {
        Office office = Office.open(context);
        Column column = catalogue.column(district.column("征收")).orElseThrow();
        ItemId open = district.publish(
                office.organ, Contents.in(column.id()).titled("公开的").content());
        long audience = context.getBean(Audiences.class).create(office.disclosureOffice(), office.organ, "征收范围", null)
                        instanceof Audiences.Result.Opened opened
                ? opened.audience()
                : -1;
        long topic = topic(office, column);
        letWhatOthersBeganEnd();
        Map<String, Answer> before =
                answers(addresses(office, column, new Hidden(List.of(), List.of(), List.of(), List.of())));

        Hidden hidden = hide(office, column, audience);

        collect(topic, open, hidden);
        Map<String, Answer> after = answers(addresses(office, column, hidden));
        List<String> leaks = new ArrayList<>();
        after.forEach((address, answer) -> {
            Answer unknown = before.get(address);
            if (unknown != null && !same(address, unknown, answer) && !names(address, hidden)) {
                leaks.add(address + " answers " + answer.status() + " differently once something is hidden: "
                        + difference(unknown.body(), answer.body()));
            }
            leaks.addAll(told(address, answer, hidden));
        });
        assertThat(leaks).isEmpty();
        assertThat(before).hasSizeGreaterThan(30);
        assertThat(after.values())
                .extracting(Answer::status)
                .contains(200, 404, 410)
                .doesNotContain(500);
        assertThat(answer("/items/" + open.value()).status()).isEqualTo(200);
    }

    /** What other tests have published is indexed a moment later; between the two rounds of questions it would look like a leak. */
    private void letWhatOthersBeganEnd() {
        Await.until(() -> jdbc.sql("select count(*) from events.event_publication"
                                + " where completion_date is null and publication_date > now() - interval '30 seconds'")
                        .query(Long.class)
                        .single()
                == 0);
    }

    /** The first place at which two answers part, with some words around. */
    private static String difference(String before, String after) {
        int at = 0;
        while (at < before.length() && at < after.length() && before.charAt(at) == after.charAt(at)) {
            at++;
        }
        return around(before, at) + " became " + around(after, at);
    }

    private static String around(String text, int at) {
        return "\u2026" + text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 100)) + "\u2026";
    }

    /** A topic under the code of the column, so that its page is among the addresses. */
    private long topic(Office office, Column column) {
        TopicEditing editing = context.getBean(TopicEditing.class);
        TopicEditing.Outcome made =
                editing.create(office.districtOffice(), new TopicEditing.Text(column.code(), "征收专题", null, ""));
        long topic = ((TopicEditing.Outcome.Done) made).topic().id();
        editing.move(office.districtOffice(), topic, Topic.State.OPEN);
        return topic;
    }

    private void collect(long topic, ItemId open, Hidden hidden) {
        hidden.items().forEach(item -> jdbc.sql(
                        "insert into topic.entry (topic_id, kind, reference, added_by, added_at) values (?, 'item', ?, '', now())")
                .params(topic, String.valueOf(item))
                .update());
        hidden.items().forEach(item -> jdbc.sql("""
                insert into disclosure.replacement (item_id, by_item_id, kind, noted_by_name, noted_at)
                values (?, ?, 'REPEALED', '', now()), (?, ?, 'AMENDED', '', now())""")
                .params(item, open.value(), open.value(), item)
                .update());
    }

    /** An organ and an item may have the same number: such an address was asked before there was the item. */
    private static boolean names(String address, Hidden hidden) {
        return hidden.items().stream()
                .anyMatch(item -> address.matches(".*/(items|disclosures)/" + item + "([/?].*)?"));
    }

    private List<String> told(String address, Answer answer, Hidden hidden) {
        List<String> told = new ArrayList<>();
        String body = answer.body();
        String asked = URLDecoder.decode(address, StandardCharsets.UTF_8);
        // A page may repeat what it was asked for, in its form or its address; nobody learns anything by that.
        if (!asked.contains(marker) && body.contains(marker)) {
            told.add(address + " tells a text or number of a hidden item");
        }
        if (asked.contains(marker) && !asked.contains(marker + "正文") && body.contains(marker + "正文")) {
            told.add(address + " tells the text of a hidden item");
        }
        for (long item : hidden.items()) {
            if (!asked.contains("/items/" + item)
                    && Pattern.compile("/items/" + item + "\\b").matcher(body).find()) {
                told.add(address + " links to the hidden item " + item);
            }
            if (asked.matches(".*/(items|disclosures)/" + item + "(/.*)?") && answer.status() != 404) {
                boolean tombstone = answer.status() == 410 && hidden.withdrawn().contains(item);
                if (!tombstone) {
                    told.add(address + " answers " + answer.status() + " for a hidden item");
                }
            }
        }
        for (long attachment : hidden.attachments()) {
            if (asked.matches("/attachments/" + attachment + "(/.*)?") && answer.status() != 404) {
                told.add(address + " answers " + answer.status() + " for a file of a hidden item");
            }
        }
        for (String image : hidden.images()) {
            if (asked.contains(image) && answer.status() != 404) {
                told.add(address + " gives the image of a hidden item");
            }
        }
        return told;
    }

    /** One item for each way of being hidden, all in an organ and a column that everybody can see. */
    private Hidden hide(Office office, Column column, long audience) throws IOException {
        List<Long> items = new ArrayList<>();
        List<String> images = new ArrayList<>();
        items.add(district.publish(
                        office.organ, secret(column, "内部", images).internal().content(), number("1"))
                .value());
        items.add(district.publish(
                        office.organ,
                        secret(column, "限定", images).limitedTo(audience).content(),
                        number("2"))
                .value());
        items.add(office.draft(secret(column, "草稿", images).content()).item().value());
        items.add(office.cleared(secret(column, "在审", images).content()).item().value());
        items.add(office.approved(secret(column, "定时", images)
                        .publishedAt(clock.instant().plus(Duration.ofDays(3)))
                        .content())
                .item()
                .value());
        items.add(office.approved(DraftContents.attributed(
                        secret(column, "登记", images).content(),
                        DisclosureAttribute.ON_REQUEST,
                        LegalBasis.ARTICLE_27_ON_APPLICATION.name(),
                        null))
                .item()
                .value());
        Outcome.Done published = office.approved(secret(column, "撤回", images).content());
        office.done(office.disclosureOffice(), published, new Move.Withdraw(WithdrawalReason.DUPLICATE, "重复"));
        items.add(published.item().value());
        return new Hidden(items, List.of(published.item().value()), images, attachToEach(items));
    }

    /** A file with a public copy to every edition of these items, whatever state it is in. */
    private List<Long> attachToEach(List<Long> items) throws IOException {
        Path content = Files.createTempFile("hidden", "");
        Files.writeString(content, marker + "正文");
        StoredFile file = files.keep(content, "text/plain");
        Files.delete(content);
        Long[] ids = items.toArray(Long[]::new);
        jdbc.sql("update disclosure.item set origin = 'TEST' where id = any (?)")
                .param(ids)
                .update();
        return jdbc.sql("""
                insert into disclosure.attachment (edition_id, position, name, original_hash, original_type, original_size,
                       public_hash, public_type, public_size, added_by, added_by_name, added_at)
                select e.id, 1, :name, :hash, :type, :size, :hash, :type, :size, 0, '', now()
                  from disclosure.edition e where e.item_id = any (:items)
                returning id""")
                .param("name", marker + "附件.txt")
                .param("hash", file.hash())
                .param("type", file.type())
                .param("size", file.size())
                .param("items", ids)
                .query(Long.class)
                .list();
    }

    private String number(String serial) {
        return marker + "/2016-" + serial;
    }

    private Contents secret(Column column, String how, List<String> images) throws IOException {
        String image = image();
        images.add(image);
        return Contents.in(column.id())
                .titled(marker + how + "标题")
                .summed(marker + how + "概述")
                .saying("<p>" + marker + "正文</p><p><img src=\"/files/" + image + "\" alt=\"\"></p>")
                .numbered(marker + "发〔2016〕" + how.codePointAt(0) + "号")
                .keywords(marker + how)
                .formed(LocalDate.of(2016, 3, 1));
    }

    private String image() throws IOException {
        BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, TestDistrict.unique().hashCode());
        picture.setRGB(1, 0, TestDistrict.unique().hashCode());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return files.storeImage(new ByteArrayInputStream(png.toByteArray())).hash();
    }

    /** Every public address with every variable and every parameter filled with what might betray something hidden. */
    private Set<String> addresses(Office office, Column column, Hidden hidden) {
        Set<String> addresses = new LinkedHashSet<>();
        Set<String> unknown = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            for (String path : publicPaths(mapping)) {
                List<String> filled = List.of(path);
                Matcher variable = VARIABLE.matcher(path);
                while (variable.find()) {
                    filled = fill(filled, variable, office, column, hidden, path, unknown);
                }
                for (String address : filled) {
                    addresses.add(address);
                    for (String parameter : parameters(method, path, unknown)) {
                        for (String value : values(parameter, office, column)) {
                            addresses.add(
                                    address + "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
                        }
                    }
                }
            }
        });
        assertThat(unknown)
                .as("public paths that this test must be taught to ask")
                .isEmpty();
        return addresses;
    }

    private static Set<String> publicPaths(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET)
                ? mapping.getPatternValues().stream()
                        .filter(path -> !path.startsWith("/console") && !path.equals("/error"))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private List<String> fill(
            List<String> paths,
            Matcher variable,
            Office office,
            Column column,
            Hidden hidden,
            String mapping,
            Set<String> unknown) {
        List<String> values = new ArrayList<>();
        switch (variable.group(1)) {
            case "id" -> {
                values.add(String.valueOf(office.organ.value()));
                hidden.items().forEach(item -> values.add(String.valueOf(item)));
            }
            case "number" -> values.addAll(List.of("1", "2"));
            case "name" -> values.addAll(List.of("letters", "affairs"));
            case "code" -> values.add(column.code());
            case "hash" -> values.addAll(hidden.images().isEmpty() ? List.of("0".repeat(64)) : hidden.images());
            case "year", "period" -> values.add("2016");
            case "scheme" -> values.add("2014");
            case "coverage" -> values.add("organ");
            case "organ" -> values.add(String.valueOf(office.organ.value()));
            case "format" -> values.add("pdf");
            case "attachment" -> {
                values.add("0");
                hidden.attachments().forEach(each -> values.add(String.valueOf(each)));
            }
            case "token" -> values.add("no-such-secret");
            case "part" -> values.addAll(List.of("0", "1"));
            default -> unknown.add(mapping + ": variable " + variable.group(1));
        }
        return paths.stream()
                .flatMap(path -> values.stream().map(value -> path.replace(variable.group(), value)))
                .toList();
    }

    private static Set<String> parameters(HandlerMethod method, String path, Set<String> unknown) {
        Set<String> names = new LinkedHashSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation == null || parameter.hasParameterAnnotation(PathVariable.class)) {
                continue;
            }
            if (Map.class.isAssignableFrom(parameter.getParameterType())) {
                names.addAll(List.of("organ", "column", "year", "from", "sort", "page"));
            } else {
                parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
                names.add(
                        annotation.value().isEmpty()
                                ? String.valueOf(parameter.getParameterName())
                                : annotation.value());
            }
        }
        names.stream().filter(name -> !KNOWN.contains(name)).forEach(name -> unknown.add(path + ": parameter " + name));
        return names;
    }

    private static final Set<String> KNOWN = Set.of(
            "q",
            "prefix",
            "organ",
            "column",
            "subject",
            "genre",
            "year",
            "validity",
            "from",
            "to",
            "sort",
            "page",
            "size",
            "received",
            "workingDays",
            "below",
            "kind",
            "open",
            "region",
            "path",
            "back",
            "text",
            "colours",
            "number",
            "month",
            "day");

    private List<String> values(String parameter, Office office, Column column) {
        return switch (parameter) {
            case "q", "prefix" ->
                List.of(marker, marker + "内部标题", marker + "正文", number("1"), marker.substring(0, 8), "公开的");
            case "organ", "below" -> List.of(String.valueOf(office.organ.value()));
            case "kind" -> List.of("DEPARTMENT");
            case "open" -> List.of("true", "false");
            case "column" -> List.of(column.code());
            case "year" -> List.of("2016");
            case "from", "to", "received" -> List.of("2016-03-01");
            case "sort" -> List.of("published", "date");
            case "page", "workingDays" -> List.of("1");
            case "size" -> List.of("100");
            case "validity" -> List.of("EFFECTIVE");
            case "month" -> List.of("2016-03");
            case "day" -> List.of("2016-03-01");
            case "path" -> List.of("/items/1");
            case "back" -> List.of("/about");
            default -> List.of("x");
        };
    }

    private Map<String, Answer> answers(Set<String> addresses) throws Exception {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (String address : addresses) {
            answers.put(address, answer(address));
        }
        return answers;
    }

    private Answer answer(String address) throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        // A PDF is made anew each time, with a number and an hour of its own; those of the public say nothing of items.
        String body = response.body().startsWith("%PDF") ? "%PDF" : response.body();
        return new Answer(response.statusCode(), TOKEN.matcher(body).replaceAll(""));
    }
}
