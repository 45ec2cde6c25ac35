package landspout.servlet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
}
