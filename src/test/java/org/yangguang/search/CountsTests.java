package org.yangguang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yangguang.search.Texts.PUBLIC;
import static org.yangguang.search.Texts.query;
import static org.yangguang.search.Texts.titled;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yangguang.search.SearchResult.Count;

class CountsTests extends SearchOfTexts {

    private SearchResult find(String text) {
        return search.find(query(text), PUBLIC);
    }

    @Test
    void whatWasCountedOnceFollowsEveryChange() {
        put(
                titled("预算甲").id("item:1").genre("notice"),
                titled("预算乙").id("item:2").genre("notice"));
        put(titled("预算丙").id("item:3").genre("report"));
        assertThat(find("预算").facets().genres()).containsExactly(new Count("notice", 2), new Count("report", 1));

        put(
                titled("预算丁").id("item:4").genre("report"),
                titled("预算戊").id("item:5").genre("report"));
        assertThat(find("预算").total()).isEqualTo(5);
        assertThat(find("预算").facets().genres()).containsExactly(new Count("report", 3), new Count("notice", 2));

        index.hide("item:5");
        assertThat(find("预算").total()).isEqualTo(4);
        assertThat(find("预算").facets().genres()).containsExactly(new Count("notice", 2), new Count("report", 2));

        index.remove("item:4");
        put(titled("决算").id("item:1").genre("notice"));
        assertThat(find("预算").total()).isEqualTo(2);
        assertThat(find("预算").facets().genres()).containsExactly(new Count("notice", 1), new Count("report", 1));
    }

    @Test
    void whatOneReaderMaySeeIsNotCountedForAnother() {
        put(titled("征收公告"), titled("征收明细").seenBy("audience:7"));

        assertThat(search.find(query("征收"), Set.of("public", "audience:7")).total())
                .isEqualTo(2);
        assertThat(find("征收").total()).isEqualTo(1);
    }

    @Test
    void manyAreCountedInBlocksAsTheyAreOneByOne() {
        List<SearchDocument> all = new ArrayList<>();
        IntStream.range(0, 5_000)
                .forEach(i -> all.add(titled("通知" + i)
                        .id("item:" + i)
                        .genre("genre-" + i % 3)
                        .organ(1 + i % 7, "局")
                        .on(2010 + i % 2, 1, 1)
                        .document()));
        index.putAll(all);

        SearchResult everything = find("通知");
        assertThat(everything.total()).isEqualTo(5_000);
        assertThat(everything.facets().genres())
                .containsExactly(new Count("genre-0", 1667), new Count("genre-1", 1667), new Count("genre-2", 1666));

        SearchResult chosen = search.find(
                new SearchQuery(
                        "通知", 1L, null, "genre-1", null, null, null, null, null, SearchQuery.Sort.RELEVANCE, 1, 10),
                PUBLIC);
        assertThat(chosen.total()).isEqualTo(count(i -> i % 7 == 0 && i % 3 == 1));
        assertThat(chosen.facets().genres())
                .containsExactlyInAnyOrder(
                        new Count("genre-0", count(i -> i % 7 == 0 && i % 3 == 0)),
                        new Count("genre-1", count(i -> i % 7 == 0 && i % 3 == 1)),
                        new Count("genre-2", count(i -> i % 7 == 0 && i % 3 == 2)));
        assertThat(chosen.facets().organs()).hasSize(7).contains(new Count("3", count(i -> i % 7 == 2 && i % 3 == 1)));
        assertThat(chosen.facets().years())
                .containsExactlyInAnyOrder(
                        new Count("2010", count(i -> i % 7 == 0 && i % 3 == 1 && i % 2 == 0)),
                        new Count("2011", count(i -> i % 7 == 0 && i % 3 == 1 && i % 2 == 1)));
    }

    private static long count(java.util.function.IntPredicate which) {
        return IntStream.range(0, 5_000).filter(which).count();
    }
}
