package org.yangguang.site.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.site.SiteIdentity;

/** The address of a page of this site as a QR code, to take it along on a phone. It says nothing of whether the page exists. */
@Controller
class QrCodes {

    private static final Pattern OWN_PATH = Pattern.compile("/[A-Za-z0-9/_.?=&%+-]{0,299}");
    private static final int MARGIN = 2;

    private final SiteIdentity site;

    QrCodes(SiteIdentity site) {
        this.site = site;
    }

    @GetMapping(path = "/qr.svg", produces = "image/svg+xml")
    ResponseEntity<String> code(@RequestParam String path) throws WriterException {
        if (!OWN_PATH.matcher(path).matches()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(drawing(site.url() + path));
    }

    private static String drawing(String address) throws WriterException {
        BitMatrix squares = new QRCodeWriter()
                .encode(
                        address,
                        BarcodeFormat.QR_CODE,
                        0,
                        0,
                        Map.of(
                                EncodeHintType.MARGIN,
                                MARGIN,
                                EncodeHintType.CHARACTER_SET,
                                "UTF-8",
                                EncodeHintType.ERROR_CORRECTION,
                                ErrorCorrectionLevel.M));
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\">"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/><path d=\"%s\"/></svg>\n")
                .formatted(squares.getWidth(), squares.getHeight(), path);
    }
}
