package nl.marge.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Set;

/** Who may use whom, and what; the reasons stand in each rule's {@code because}. */
final class HouseRules {

    private static final DescribedPredicate<JavaClass> SQL =
            resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.mariadb..");
    private static final DescribedPredicate<JavaClass> HTTP =
            resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.vertx..");
    private static final DescribedPredicate<JavaClass> ORM =
            resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..");
    private static final DescribedPredicate<JavaClass> EDGE =
            resideInAPackage("nl.marge.platform.http..").or(describe("are of a resource", HouseRules::isOfAResource));

    /** Rooms in which a number may be an amount; a platform gauge or (later) a statistical estimate may be a double. */
    private static final DescribedPredicate<JavaClass> MONEY = resideInAPackage("nl.marge..")
            .and(DescribedPredicate.not(resideInAnyPackage("nl.marge.platform..", "nl.marge.customervalue..")));

    private static final Set<String> BINARY_FRACTIONS =
            Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    static final ArchRule ARROWS_GO_DOWN = classes()
            .that()
            .resideInAPackage("nl.marge..")
            .should(stayOnTheirFloor())
            .because("architecture.md: a room uses only the rooms its floor allows");

    static final ArchRule NO_CYCLES = slices().matching("nl.marge.(**)")
            .should()
            .beFreeOfCycles()
            .because("two packages that need each other are one package");

    static final ArchRule KERNEL_USES_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage("nl.marge.kernel..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("nl.marge.kernel..", "java..")
            .because("the kernel is values without framework");

    static final ArchRule SQL_STAYS_IN_ROOMS_THAT_OWN_TABLES = noClasses()
            .that()
            .resideInAnyPackage("nl.marge.kernel..", "nl.marge.profitability..", "nl.marge.demo..")
            .or(EDGE)
            .should()
            .dependOnClassesThat(SQL)
            .because("rooms above the cube ask the cube, and the edge only reads, calls and wraps");

    static final ArchRule HTTP_STAYS_AT_THE_EDGE = noClasses()
            .that(DescribedPredicate.not(EDGE))
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .dependOnClassesThat(HTTP)
            .because("only resources and platform.http know the wire");

    static final ArchRule ORM_STAYS_WITH_REFERENCE_DATA = noClasses()
            .that()
            .resideInAnyPackage("nl.marge.kernel..", "nl.marge.cube..", "nl.marge.profitability..", "nl.marge.demo..")
            .or(EDGE)
            .should()
            .dependOnClassesThat(ORM)
            .because("facts are SQL and never entities, and reports ask the pictures in memory");

    static final ArchRule ENTITIES_STAY_AT_HOME = noClasses()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .or()
            .areAssignableTo("io.quarkus.hibernate.orm.panache.PanacheRepositoryBase")
            .should()
            .bePublic()
            .because("entities stay in their package, records go out")
            .allowEmptyShould(true);

    static final ArchRule RESOURCES_ARE_NOT_PUBLIC = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .bePublic()
            .because("nobody but the router calls a resource")
            .allowEmptyShould(true);

    static final ArchRule RULES_AND_ENGINES_ARE_PURE = noClasses()
            .that()
            .haveSimpleNameEndingWith("Rules")
            .or()
            .haveSimpleNameEndingWith("Engine")
            .should()
            .dependOnClassesThat(SQL.or(HTTP)
                    .or(ORM)
                    .or(resideInAnyPackage("jakarta..", "io.quarkus..", "io.micrometer.."))
                    .or(JavaClass.Predicates.type(Clock.class)))
            .because("decisions up, leaves pure: rules and engines do no input or output, see no framework, no clock")
            .allowEmptyShould(true);

    static final ArchRule TIME_IS_GIVEN = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("nl.marge.platform.ServiceClock")
            .should()
            .callCodeUnitWhere(describe("it reads the machine's clock", HouseRules::readsTheClock))
            .because("time is given: a Clock is injected");

    static final ArchRule NO_BINARY_FRACTIONS = classes()
            .that(MONEY)
            .should(haveNoBinaryFractions())
            .because("money is exact: no double and no float in fields, parameters, results or conversions");

    static final ArchRule INJECTION_BY_CONSTRUCTOR = fields().should()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .andShould()
            .notBeAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
            .because("one constructor, final fields");

    private HouseRules() {}

    /** A record or class inside a resource is part of it. */
    private static boolean isOfAResource(JavaClass type) {
        return type.getName().split("\\$", 2)[0].endsWith("Resource");
    }

    private static ArchCondition<JavaClass> stayOnTheirFloor() {
        return new ArchCondition<>("use only the rooms its floor allows") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                String room = Rooms.of(origin.getPackageName());
                if (!Rooms.areKnown(room)) {
                    events.add(SimpleConditionEvent.violated(origin, origin.getName() + " stands in no known room"));
                    return;
                }
                origin.getDirectDependenciesFromSelf().stream()
                        .filter(to -> to.getTargetClass().getPackageName().startsWith("nl.marge"))
                        .filter(to ->
                                !Rooms.mayUse(room, Rooms.of(to.getTargetClass().getPackageName())))
                        .forEach(to -> events.add(SimpleConditionEvent.violated(origin, to.getDescription())));
            }
        };
    }

    private static boolean readsTheClock(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        boolean given =
                call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick") && !given;
            case "java.util.Date" ->
                name.equals("<init>") && call.getTarget().getRawParameterTypes().isEmpty();
            case "java.util.Calendar" -> name.equals("getInstance");
            default -> owner.startsWith("java.time.") && name.equals("now") && !given;
        };
    }

    private static ArchCondition<JavaClass> haveNoBinaryFractions() {
        return new ArchCondition<>("have no binary fractions") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                for (JavaField field : origin.getFields()) {
                    refuseIf(isBinaryFraction(field.getRawType()), origin, field.getDescription(), events);
                }
                for (JavaCodeUnit unit : origin.getCodeUnits()) {
                    boolean found = isBinaryFraction(unit.getRawReturnType())
                            || unit.getRawParameterTypes().stream().anyMatch(HouseRules::isBinaryFraction);
                    refuseIf(found, origin, unit.getDescription(), events);
                    for (JavaCall<?> call : unit.getCallsFromSelf()) {
                        refuseIf(convertsBinaryFraction(call), origin, call.getDescription(), events);
                    }
                }
            }
        };
    }

    private static boolean convertsBinaryFraction(JavaCall<?> call) {
        boolean metrics = call.getTargetOwner().getPackageName().startsWith("io.micrometer");
        return !metrics
                && (isBinaryFraction(call.getTarget().getRawReturnType())
                        || call.getTarget().getRawParameterTypes().stream().anyMatch(HouseRules::isBinaryFraction));
    }

    private static void refuseIf(boolean found, JavaClass origin, String what, ConditionEvents events) {
        if (found) {
            events.add(SimpleConditionEvent.violated(origin, what + " has a binary fraction"));
        }
    }

    private static boolean isBinaryFraction(JavaClass type) {
        return BINARY_FRACTIONS.contains(type.getBaseComponentType().getName());
    }
}
