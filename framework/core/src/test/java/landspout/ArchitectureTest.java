package landspout;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What the core may know and what its rooms may know of each other. */
final class ArchitectureTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("landspout");

    @Test
    void thereIsSomethingToJudge() {
        assertThat(CORE.contain("landspout.web.Application")).isTrue();
        assertThat(CORE.contain("landspout.ArchitectureTest")).isFalse();
    }

    @Test
    void theCoreKnowsNoServerAndNoContainer() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.eclipse.jetty..")
                        .or(resideInAPackage("jakarta.."))
                        .or(resideInAPackage("javax.servlet..")))
                .check(CORE);
    }

    @Test
    void noPackageLeadsBackToItself() {
        slices().matching("landspout.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void theSeamKnowsNobodyAboveIt() {
        noClasses()
                .that()
                .resideInAPackage("landspout.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("landspout.web..", "landspout.routing..", "landspout.testing..")
                .check(CORE);
        noClasses()
                .that()
                .resideOutsideOfPackage("landspout.testing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("landspout.testing..")
                .check(CORE);
    }

    @Test
    void whatIsPublicSaysWhatMayBeNull() {
        classes().that(arePublic()).should(liveInANullMarkedPackage()).check(CORE);
    }

    @Test
    void logsGoThroughTheJdksOwnFacade() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CORE);
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CORE);
    }

    private static DescribedPredicate<JavaClass> arePublic() {
        return DescribedPredicate.describe(
                "are public", type -> type.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " is in " + type.getPackageName()));
            }
        };
    }
}
