package org.yangguang;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "org.yangguang", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTests {

    private static final DescribedPredicate<JavaClass> OURS = DescribedPredicate.describe(
            "written here", type -> !type.getPackageName().startsWith("org.yangguang.pages"));

    @ArchTest
    static final ArchRule timeComesFromTheInjectedClock = noClasses()
            .should()
            .callMethodWhere(target(name("now"))
                    .and(target(rawParameterTypes(new Class<?>[0])))
                    .and(target(owner(DescribedPredicate.or(
                            JavaClass.Predicates.type(Instant.class),
                            JavaClass.Predicates.type(LocalDate.class),
                            JavaClass.Predicates.type(LocalDateTime.class),
                            JavaClass.Predicates.type(OffsetDateTime.class),
                            JavaClass.Predicates.type(ZonedDateTime.class),
                            JavaClass.Predicates.type(Year.class))))));

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .that(OURS)
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule pagesLiveInWebPackages = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .resideInAPackage("..web..")
            .andShould()
            .notBePublic();

    @ArchTest
    static final ArchRule rulesDoNotKnowPages = noClasses()
            .that(OURS)
            .and()
            .resideOutsideOfPackages("..web..", "org.yangguang.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.yangguang.(*).web..");

    @ArchTest
    static final ArchRule dependenciesComeThroughConstructors =
            noFields().should().beAnnotatedWith(Autowired.class);

    private HouseRulesTests() {}
}
