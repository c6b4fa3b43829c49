package org.yangguang.account.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.MyAccount;
import org.yangguang.account.Officer;
import org.yangguang.account.SignedIn;
import org.yangguang.account.internal.Base32;
import org.yangguang.account.internal.SecondFactor;
import org.yangguang.account.internal.SignIn;
import org.yangguang.organ.Remark;
import org.yangguang.site.SiteIdentity;

/** Setting up and removing an officer's own second factor. */
@Controller
@RequestMapping("/console/account/second-factor")
class SecondFactorPages {

    private static final int SIZE = 264;

    private final SignedIn signedIn;
    private final SecondFactor secondFactor;
    private final MyAccount account;
    private final SignIn signIn;
    private final Sessions sessions;
    private final SiteIdentity site;

    SecondFactorPages(
            SignedIn signedIn,
            SecondFactor secondFactor,
            MyAccount account,
            SignIn signIn,
            Sessions sessions,
            SiteIdentity site) {
        this.signedIn = signedIn;
        this.secondFactor = secondFactor;
        this.account = account;
        this.signIn = signIn;
        this.sessions = sessions;
        this.site = site;
    }

    @GetMapping
    String page(Model model) {
        return page(model, List.of());
    }

    @GetMapping("/qr.png")
    ResponseEntity<byte[]> picture() {
        Officer officer = signedIn.required();
        return secondFactor
                .pendingSecret(officer.id())
                .map(secret ->
                        ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(picture(address(officer, secret))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping
    String confirm(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Officer officer = signedIn.required();
        List<String> recoveryCodes = secondFactor.confirm(officer.id(), code);
        if (recoveryCodes.isEmpty()) {
            response.setStatus(422);
            return page(model, List.of(Remark.of("account.refused.code")));
        }
        signIn.officer(officer.id()).ifPresent(now -> sessions.renew(now, request, response));
        model.addAttribute("recoveryCodes", recoveryCodes);
        return page(model, List.of());
    }

    @PostMapping("/remove")
    String remove(
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        Officer officer = signedIn.required();
        List<Remark> reasons = account.removeSecondFactor(officer, password, request.getRemoteAddr());
        if (!reasons.isEmpty()) {
            response.setStatus(422);
            return page(model, reasons);
        }
        signIn.officer(officer.id()).ifPresent(now -> sessions.renew(now, request, response));
        flash.addFlashAttribute("done", "account.second-factor.removed");
        return "redirect:/console/account";
    }

    private String page(Model model, List<Remark> reasons) {
        Officer officer = signedIn.required();
        model.addAttribute("reasons", reasons);
        secondFactor
                .pendingSecret(officer.id())
                .ifPresent(secret -> model.addAttribute("secret", Base32.grouped(secret)));
        return "account/second-factor";
    }

    /** As authenticator programs read it. */
    private String address(Officer officer, byte[] secret) {
        String issuer = encoded(site.name());
        return "otpauth://totp/" + issuer + ":" + encoded(officer.login()) + "?secret=" + Base32.of(secret) + "&issuer="
                + issuer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] picture(String address) {
        try {
            BitMatrix squares = new QRCodeWriter()
                    .encode(address, BarcodeFormat.QR_CODE, SIZE, SIZE, Map.of(EncodeHintType.MARGIN, 2));
            BufferedImage image =
                    new BufferedImage(squares.getWidth(), squares.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
            for (int x = 0; x < squares.getWidth(); x++) {
                for (int y = 0; y < squares.getHeight(); y++) {
                    image.setRGB(x, y, squares.get(x, y) ? 0xFF000000 : 0xFFFFFFFF);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
