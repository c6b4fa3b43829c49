package org.yangguang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yangguang.search.Texts.PUBLIC;
import static org.yangguang.search.Texts.query;
import static org.yangguang.search.Texts.titled;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yangguang.search.internal.IndexRepair;
import org.yangguang.search.internal.LuceneIndex;
import org.yangguang.search.internal.LuceneSearch;

class IndexLifeTests {

    @TempDir
    Path directory;

    private static long found(LuceneIndex index, String text) {
        return new LuceneSearch(index).find(query(text), PUBLIC).total();
    }

    private static List<SearchDocument> documents(String title, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> titled(title + i).id(title + i).document())
                .toList();
    }

    @Test
    void anIndexIsThereAgainAfterClosing() {
        LuceneIndex index = new LuceneIndex(directory);
        index.rebuild(documents("通知", 3).stream());
        index.destroy();

        LuceneIndex again = new LuceneIndex(directory);
        assertThat(found(again, "通知")).isEqualTo(3);
        assertThat(again.state()).isEqualTo(IndexState.READY);
        again.destroy();
    }

    @Test
    void aKilledProcessLeavesWhatItPutAndNoLock() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PutAndHang.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        try (var output = process.inputReader()) {
            String line = output.readLine();
            while (line != null && !line.contains("put")) {
                line = output.readLine();
            }
            assertThat(line).isNotNull();
            assertThatThrownBy(() -> new LuceneIndex(directory).count())
                    .isInstanceOf(SearchUnavailable.class)
                    .hasMessageContaining("in use by another process");
        } finally {
            process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }

        LuceneIndex index = new LuceneIndex(directory);
        assertThat(found(index, "断电")).isEqualTo(1);
        assertThat(index.state()).isEqualTo(IndexState.READY);
        index.destroy();
    }

    /** The process that is killed. */
    static final class PutAndHang {
        public static void main(String[] arguments) throws InterruptedException {
            LuceneIndex index = new LuceneIndex(Path.of(arguments[0]));
            index.rebuild(Stream.of(titled("断电以前").document()));
            System.out.println("put");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @Test
    void anIndexOfAnotherShapeIsNotUsed() throws IOException {
        LuceneIndex index = new LuceneIndex(directory);
        index.rebuild(documents("通知", 2).stream());
        index.destroy();
        Path current = directory.resolve("current");
        String name = Files.readString(current);
        String older = "00000000" + name.substring(name.indexOf('-'));
        Files.move(directory.resolve(name), directory.resolve(older));
        Files.writeString(current, older);

        LuceneIndex again = new LuceneIndex(directory);
        assertThat(again.count()).isZero();
        assertThat(again.state()).isEqualTo(IndexState.FILLING);
        again.rebuild(documents("通知", 2).stream());
        assertThat(again.state()).isEqualTo(IndexState.READY);
        assertThat(found(again, "通知")).isEqualTo(2);
        again.destroy();
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.filter(Files::isDirectory)).hasSize(1);
        }
    }

    @Test
    void anIndexWhoseFilesAreTornIsBuiltAnew() throws IOException {
        LuceneIndex index = new LuceneIndex(directory);
        index.rebuild(documents("通知", 20).stream());
        index.destroy();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> each.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.writeString(file, "torn");
            }
        }

        LuceneIndex again = new LuceneIndex(directory);
        assertThat(again.count()).isZero();
        assertThat(again.state()).isEqualTo(IndexState.FILLING);
        again.rebuild(documents("通知", 20).stream());
        assertThat(found(again, "通知")).isEqualTo(20);
        again.destroy();
    }

    @Test
    void aStopDuringTheCheckThrowsNoWholeIndexAway() throws IOException {
        LuceneIndex index = new LuceneIndex(directory);
        index.rebuild(documents("通知", 20).stream());
        index.destroy();

        LuceneIndex checked = new LuceneIndex(directory);
        Thread.currentThread().interrupt();
        IndexRepair.lookAfter(checked, documents("通知", 20));
        assertThat(Thread.interrupted()).isTrue();
        checked.destroy();

        LuceneIndex again = new LuceneIndex(directory);
        assertThat(again.count()).isEqualTo(20);
        assertThat(again.state()).isEqualTo(IndexState.READY);
        again.destroy();
    }

    @Test
    void aFlippedByteIsFoundByTheCheck() throws IOException {
        LuceneIndex index = new LuceneIndex(directory);
        index.rebuild(documents("通知", 200).stream());
        index.destroy();
        Path largest;
        try (Stream<Path> files = Files.walk(directory)) {
            largest = files.filter(each -> each.toString().matches(".*\\.(cfs|fdt|tim|doc)"))
                    .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
                    .orElseThrow();
        }
        try (RandomAccessFile file = new RandomAccessFile(largest.toFile(), "rw")) {
            long middle = file.length() / 2;
            file.seek(middle);
            int old = file.read();
            file.seek(middle);
            file.write(old ^ 0x55);
        }

        LuceneIndex again = new LuceneIndex(directory);
        IndexRepair.lookAfter(again, documents("通知", 200));
        assertThat(found(again, "通知")).isEqualTo(200);
        assertThat(again.state()).isEqualTo(IndexState.READY);
        again.destroy();
    }

    @Test
    void aDirectoryThatCannotBeUsedIsSaidSo() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        LuceneIndex index = new LuceneIndex(file.resolve("index"));

        assertThatThrownBy(() -> found(index, "通知")).isInstanceOf(SearchUnavailable.class);
        assertThat(index.state()).isEqualTo(IndexState.UNAVAILABLE);
        index.destroy();
    }

    @Test
    void whatIsPublishedDuringARebuildStays() throws Exception {
        LuceneIndex index = new LuceneIndex(directory);
        index.rebuild(documents("旧", 2_000).stream());
        CountDownLatch halfway = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Stream<SearchDocument> slowly = IntStream.range(0, 2_000).mapToObj(i -> {
            if (i == 1_200) {
                halfway.countDown();
                await(goOn);
            }
            return titled("旧" + i).id("旧" + i).document();
        });
        CompletableFuture<Void> rebuild = CompletableFuture.runAsync(() -> index.rebuild(slowly));
        assertThat(halfway.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(index.state()).isEqualTo(IndexState.REBUILDING);

        index.put(titled("新来的").id("新").document());
        index.remove("旧7");
        index.remove("旧1700");
        index.put(titled("改过的").id("旧1800").document());
        assertThat(found(index, "新来的")).isEqualTo(1);
        goOn.countDown();
        rebuild.get(60, TimeUnit.SECONDS);

        assertThat(found(index, "新来的")).isEqualTo(1);
        assertThat(found(index, "改过的")).isEqualTo(1);
        assertThat(index.count()).isEqualTo(1_999);
        index.destroy();
    }

    @Test
    void whatIsHiddenIsNotFoundUntilItIsPutAgainOrItsSourceIsReadAnew() {
        LuceneIndex index = new LuceneIndex(directory);
        index.rebuild(documents("通知", 3).stream());

        index.hide("通知0");
        assertThat(found(index, "通知")).isEqualTo(2);
        assertThat(new LuceneSearch(index).suggest("通知", 10, PUBLIC)).containsExactlyInAnyOrder("通知1", "通知2");
        index.put(titled("通知0改").id("通知0").document());
        assertThat(found(index, "通知")).isEqualTo(3);

        index.hide("通知1");
        index.hide("通知2");
        index.rebuild(Stream.of(titled("通知1").id("通知1").document()).peek(each -> index.hide("通知1")));
        assertThat(found(index, "通知")).isZero();
        index.rebuild(documents("通知", 3).stream());
        assertThat(found(index, "通知")).isEqualTo(3);
        index.destroy();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRebuildThatFailsLeavesTheOldIndexInUse() {
        LuceneIndex index = new LuceneIndex(directory);
        index.rebuild(documents("通知", 5).stream());
        Stream<SearchDocument> broken = IntStream.range(0, 2_000).mapToObj(i -> {
            if (i == 1_000) {
                throw new IllegalStateException("the database went away");
            }
            return titled("新" + i).document();
        });

        assertThatThrownBy(() -> index.rebuild(broken)).isInstanceOf(SearchUnavailable.class);

        assertThat(found(index, "通知")).isEqualTo(5);
        assertThat(index.count()).isEqualTo(5);
        index.destroy();
    }

    @Test
    void manyPutAndFindAtOnce() throws Exception {
        LuceneIndex index = new LuceneIndex(directory);
        LuceneSearch search = new LuceneSearch(index);
        ExecutorService workers = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < 3; writer++) {
                String name = "作者" + writer + "号";
                all.add(workers.submit(() -> {
                    for (int i = 0; i < 20; i++) {
                        index.put(titled(name).id(name + i).document());
                        assertThat(search.find(query(name), PUBLIC).total()).isEqualTo(i + 1);
                    }
                }));
            }
            for (int reader = 0; reader < 2; reader++) {
                all.add(workers.submit(() -> {
                    for (int i = 0; i < 100; i++) {
                        search.find(query("作者"), PUBLIC);
                        search.suggest("作", 5, PUBLIC);
                    }
                }));
            }
            all.add(workers.submit(() -> index.rebuild(Stream.of(titled("源头").document()))));
            for (Future<?> each : all) {
                each.get(120, TimeUnit.SECONDS);
            }
        } finally {
            workers.shutdownNow();
            index.destroy();
        }
    }
}
