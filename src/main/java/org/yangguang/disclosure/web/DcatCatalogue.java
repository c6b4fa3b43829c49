package org.yangguang.disclosure.web;

import java.util.Map;
import org.yangguang.site.SiteIdentity;

/** What data this site offers, in the Data Catalog Vocabulary (W3C DCAT 3), as Turtle. */
record DcatCatalogue(SiteIdentity site, Map<String, Long> years) {

    String turtle() {
        StringBuilder text = new StringBuilder("""
                @prefix dcat: <http://www.w3.org/ns/dcat#> .
                @prefix dct: <http://purl.org/dc/terms/> .
                @prefix foaf: <http://xmlns.com/foaf/0.1/> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

                """);
        String publisher = site.host().isBlank() ? site.name() : site.host();
        text.append("""
                <%1$s/catalog.ttl> a dcat:Catalog ;
                    dct:title %2$s@zh , %3$s@en ;
                    dct:publisher [ a foaf:Agent ; foaf:name %4$s@zh ] ;
                    foaf:homepage <%1$s/> ;
                    dct:language "zh" , "en" ;
                    dcat:service <%1$s/api/v1> ;
                    dcat:dataset <%1$s/data/downloads> .

                <%1$s/api/v1> a dcat:DataService ;
                    dct:title "政府信息公开接口"@zh , "Interface to disclosed government information"@en ;
                    dcat:endpointURL <%1$s/api/v1> ;
                    dcat:endpointDescription <%1$s/api/v1/openapi.json> ;
                    dcat:servesDataset <%1$s/data/downloads> .

                <%1$s/data/downloads> a dcat:DatasetSeries ;
                    dct:title "主动公开的政府信息目录"@zh , "Catalogue of government information disclosed"@en ;
                    dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/CONT> .
                """.formatted(site.url(), literal(site.name()), literal(site.nameEn()), literal(publisher)));
        years.forEach((year, count) -> text.append("""

                <%1$s/data/%2$s> a dcat:Dataset ;
                    dct:title "%2$s年主动公开的政府信息"@zh , "Government information disclosed, formed in %2$s"@en ;
                    dct:description "%3$d条"@zh , "%3$d items"@en ;
                    dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "%2$s-01-01"^^xsd:date ; dcat:endDate "%2$s-12-31"^^xsd:date ] ;
                    dcat:inSeries <%1$s/data/downloads> ;
                    dcat:distribution
                        [ a dcat:Distribution ; dcat:downloadURL <%1$s/data/%2$s.csv> ; dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv> ] ,
                        [ a dcat:Distribution ; dcat:downloadURL <%1$s/data/%2$s.jsonl> ; dct:format "JSON Lines" ] .
                """.formatted(site.url(), year, count)));
        return text.toString();
    }

    private static String literal(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }
}
