package landspout.servlet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "landspout", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule JETTY_IS_KNOWN_TO_ITS_SERVER_ALONE = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("JettyServletServer")
            .and()
            .haveNameNotMatching(".*\\.JettyServletServer[A-Za-z]*\\$.*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_JETTY_SERVER = noClasses()
            .that()
            .haveNameNotMatching(".*\\.JettyServletServer[A-Za-z]*(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("JettyServletServer");

    @ArchTest
    static final ArchRule NO_WEB_SOCKETS_HERE =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("jakarta.websocket..");

    @ArchTest
    static final ArchRule CORE_KNOWS_NO_SERVLET = noClasses()
            .that()
            .resideOutsideOfPackage("landspout.servlet..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "landspout.servlet..");

    @ArchTest
    static final ArchRule WHAT_IS_PUBLIC_SAYS_WHAT_MAY_BE_NULL =
            classes().that().arePublic().should(liveInANullMarkedPackage());

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
