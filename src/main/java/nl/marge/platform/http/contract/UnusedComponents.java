package nl.marge.platform.http.contract;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Reference;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Takes shared parameters, answers and headers that no operation names out of the contract again. */
final class UnusedComponents {

    private UnusedComponents() {}

    static void remove(Collection<PathItem> paths, Components components) {
        Set<String> used = new HashSet<>();
        for (PathItem path : paths) {
            path.getOperations().values().forEach(operation -> note(operation, used));
        }
        for (String parameter : List.copyOf(components.getParameters().keySet())) {
            if (!used.contains("#/components/parameters/" + parameter)) {
                components.removeParameter(parameter);
            }
        }
        for (String answer : List.copyOf(components.getResponses().keySet())) {
            if (!used.contains("#/components/responses/" + answer)) {
                components.removeResponse(answer);
            }
        }
        for (String header : List.copyOf(components.getHeaders().keySet())) {
            if (!used.contains("#/components/headers/" + header)) {
                components.removeHeader(header);
            }
        }
    }

    private static void note(Operation operation, Set<String> used) {
        Optional.ofNullable(operation.getParameters()).orElse(List.of()).forEach(parameter -> note(parameter, used));
        for (APIResponse answer : operation.getResponses().getAPIResponses().values()) {
            note(answer, used);
            Optional.ofNullable(answer.getHeaders()).orElse(Map.of()).values().forEach(header -> note(header, used));
        }
    }

    private static void note(Reference<?> reference, Set<String> used) {
        if (reference.getRef() != null) {
            used.add(reference.getRef());
        }
    }
}
