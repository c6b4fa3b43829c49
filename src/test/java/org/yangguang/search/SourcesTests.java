package org.yangguang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class SourcesTests {

    @Autowired
    List<SearchSource> sources;

    @Test
    void everySourceGivesAsManyAsItCounts() {
        assertThat(sources).isNotEmpty();
        for (SearchSource source : sources) {
            try (Stream<SearchDocument> documents = source.documents()) {
                assertThat(documents.map(SearchDocument::id).distinct().count()).isEqualTo(source.count());
            }
        }
    }
}
