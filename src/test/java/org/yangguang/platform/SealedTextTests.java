package org.yangguang.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yangguang.platform.SealedText.Place;
import org.yangguang.platform.SealedText.Unopenable;

class SealedTextTests {

    private static final Place PLACE = new Place("request.applicant.name", 17);

    @TempDir
    Path directory;

    private SealingKeys keys;
    private SealedText sealed;
    private BlindIndex index;

    @BeforeEach
    void open() {
        keys = SealingKeys.in(directory.resolve("sealing.keys"), Clock.systemUTC());
        sealed = new SealedText(keys);
        index = new BlindIndex(keys);
    }

    @Test
    void whatIsSealedOpensInItsPlaceOnly() {
        byte[] envelope = sealed.seal("张三，𠮷田；电话 13800000000", PLACE);

        assertThat(sealed.open(envelope, PLACE)).isEqualTo("张三，𠮷田；电话 13800000000");
        assertThat(new String(envelope, StandardCharsets.UTF_8)).doesNotContain("张三");
        assertThatThrownBy(() -> sealed.open(envelope, new Place("request.applicant.name", 18)))
                .isInstanceOf(Unopenable.class)
                .hasMessageContaining("request.applicant.name:18");
        assertThatThrownBy(() -> sealed.open(envelope, new Place("request.applicant.phone", 17)))
                .isInstanceOf(Unopenable.class);
    }

    @Test
    void everyChangedBitIsNoticed() {
        byte[] envelope = sealed.seal("身份证号 110101190001011234", PLACE);
        for (int bit = 0; bit < envelope.length * 8; bit++) {
            byte[] changed = envelope.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> sealed.open(changed, PLACE)).isInstanceOf(Unopenable.class);
        }
        for (int length = 0; length < envelope.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(envelope, length);
            assertThatThrownBy(() -> sealed.open(cut, PLACE)).isInstanceOf(Unopenable.class);
        }
    }

    @Test
    void theSameTextIsNeverSealedTheSameWay() {
        Set<String> envelopes = new HashSet<>();
        for (int time = 0; time < 1_000; time++) {
            envelopes.add(HexFormat.of().formatHex(sealed.seal("同一句话", PLACE)));
        }
        assertThat(envelopes).hasSize(1_000);
        assertThat(sealed.open(sealed.seal("", PLACE), PLACE)).isEmpty();
    }

    @Test
    void anotherKeyFileOpensNothingAndSaysWhatToDo() {
        byte[] envelope = sealed.seal("张三", PLACE);
        SealedText other = new SealedText(SealingKeys.in(directory.resolve("other.keys"), Clock.systemUTC()));
        assertThatThrownBy(() -> other.open(envelope, PLACE))
                .isInstanceOf(Unopenable.class)
                .hasMessageNotContaining("张三");

        keys.add();
        byte[] later = sealed.seal("张三", PLACE);
        assertThatThrownBy(() -> other.open(later, PLACE))
                .isInstanceOf(Unopenable.class)
                .hasMessageContaining("key 2")
                .hasMessageContaining("put the file of keys back");
    }

    @Test
    void theNewestKeySealsAndOlderOnesStillOpen() {
        byte[] old = sealed.seal("张三", PLACE);
        keys.add();
        byte[] fresh = sealed.sealAnew(old, PLACE);

        assertThat(SealedText.keyOf(old, PLACE)).isEqualTo(1);
        assertThat(SealedText.keyOf(fresh, PLACE)).isEqualTo(2);
        assertThat(sealed.open(old, PLACE)).isEqualTo(sealed.open(fresh, PLACE));

        keys.dropBefore(2);
        assertThat(sealed.open(fresh, PLACE)).isEqualTo("张三");
        assertThatThrownBy(() -> sealed.open(old, PLACE)).isInstanceOf(Unopenable.class);
    }

    @Test
    void aKeyThatAnotherProcessAddsIsFoundWhenItIsNeeded() {
        SealingKeys elsewhere = SealingKeys.in(keys.file(), Clock.systemUTC());
        elsewhere.add();
        byte[] envelope = new SealedText(elsewhere).seal("张三", PLACE);
        assertThat(sealed.open(envelope, PLACE)).isEqualTo("张三");
    }

    @Test
    void onlyTheProgramsUserMayReadTheKeysAndABrokenFileIsRefusedWithoutTellingThem() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.file())))
                .isEqualTo("rw-------");
        keys.add();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.file())))
                .isEqualTo("rw-------");
        assertThat(directory).isDirectoryContaining(path -> path.equals(keys.file()));
        assertThat(Files.list(directory)).hasSize(1);

        String line = Files.readAllLines(keys.file()).get(0);
        Files.writeString(keys.file(), line.substring(0, line.length() - 1) + "\n");
        assertThatThrownBy(() -> SealingKeys.in(keys.file(), Clock.systemUTC()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("line 1")
                .hasMessageNotContaining(line.substring(line.length() - 40, line.length() - 8));
        Files.writeString(keys.file(), "");
        assertThatThrownBy(() -> SealingKeys.in(keys.file(), Clock.systemUTC()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("holds no key");
    }

    @Test
    void equalTextsHaveEqualHashesInAColumnAndNowhereElse() {
        byte[] hash = index.of("13800000000", "request.applicant.phone");

        assertThat(index.of("１３８ ０００００ ０００", "request.applicant.phone")).isEqualTo(hash);
        assertThat(index.of("13800000000", "request.applicant.fax")).isNotEqualTo(hash);
        assertThat(index.of("13800000001", "request.applicant.phone")).isNotEqualTo(hash);

        keys.add();
        List<byte[]> candidates = index.candidates("13800000000", "request.applicant.phone");
        assertThat(candidates).hasSize(2);
        assertThat(candidates.get(1)).isEqualTo(hash);
        assertThat(candidates.get(0)).isEqualTo(index.of("13800000000", "request.applicant.phone"));
    }

    /** RFC 8998, appendix A.1: the cipher below is the one of the standard. */
    @Test
    void theCipherIsTheOneOfTheStandard() throws Exception {
        HexFormat hex = HexFormat.of();
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(
                true,
                new AEADParameters(
                        new KeyParameter(hex.parseHex("0123456789abcdeffedcba9876543210")),
                        128,
                        hex.parseHex("00001234567800000000abcd"),
                        hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2")));
        byte[] plain = hex.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        byte[] out = new byte[cipher.getOutputSize(plain.length)];
        cipher.doFinal(out, cipher.processBytes(plain, 0, plain.length, out, 0));
        assertThat(hex.formatHex(out))
                .isEqualTo("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                        + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec");
    }
}
