package nl.marge.platform.http.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** Adds to the contract, while the service is built, what all its operations share. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ContractFilter implements OASFilter {

    private static final String API_VERSION = "1";

    private static final String DESCRIPTION = """
            Segment profitability: journal lines with dimensions in, segment P&L out, exact to the last committed line.

            Amounts are decimal strings; the ledger's debit is positive, its credit negative. Every error is
            `application/problem+json` with all violations at once. Until authentication is part of the service it must
            stand behind a gateway.
            """;

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.info(OASFactory.createInfo()
                .title("Marge")
                .version(API_VERSION)
                .description(DESCRIPTION)
                .license(OASFactory.createLicense()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")));
        contract.servers(
                List.of(OASFactory.createServer().url("/").description("The service that serves this document.")));
        contract.security(List.of());
        Components components =
                contract.getComponents() == null ? OASFactory.createComponents() : contract.getComponents();
        ProblemSchemas.define(components);
        StandardAnswers.define(components);
        StandardParameters.define(components);
        StandardHeaders.define(components);
        contract.components(components);
        sortTags(contract);
        Map<String, PathItem> paths =
                contract.getPaths() == null ? Map.of() : contract.getPaths().getPathItems();
        paths.forEach((path, item) -> complete(path, item, components));
        UnusedComponents.remove(paths.values(), components);
    }

    private static void complete(String path, PathItem item, Components components) {
        for (Map.Entry<HttpMethod, Operation> entry : item.getOperations().entrySet()) {
            Operation operation = entry.getValue();
            shareParameters(operation, components);
            if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
                NdjsonBodies.complete(operation.getRequestBody().getContent());
            }
            StandardAnswers.addTo(path, entry.getKey(), operation);
            StandardHeaders.addTo(operation);
        }
    }

    /** A parameter that a method takes without describing it and that is known here becomes the shared one, once. */
    private static void shareParameters(Operation operation, Components components) {
        if (operation.getParameters() == null) {
            return;
        }
        Map<String, Parameter> shared = new LinkedHashMap<>();
        for (Parameter parameter : operation.getParameters()) {
            Parameter known = parameter.getDescription() == null && parameter.getRef() == null
                    ? StandardParameters.reference(parameter, components)
                    : parameter;
            StandardParameters.complete(known);
            String name = known.getRef() == null ? known.getIn() + " " + known.getName() : known.getRef();
            shared.put(name, known);
        }
        operation.parameters(List.copyOf(shared.values()));
    }

    private static void sortTags(OpenAPI contract) {
        if (contract.getTags() != null) {
            contract.tags(contract.getTags().stream()
                    .sorted(Comparator.comparing(Tag::getName))
                    .toList());
        }
    }
}
