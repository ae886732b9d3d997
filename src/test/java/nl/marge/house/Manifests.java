package nl.marge.house;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads Kubernetes manifests as strictly as a cluster does: unknown kinds, unknown fields and wrong types are refused. */
final class Manifests {

    private static final Map<String, Class<? extends HasMetadata>> MODELS = Stream.of(
                    Namespace.class,
                    ServiceAccount.class,
                    ConfigMap.class,
                    Service.class,
                    Deployment.class,
                    PodDisruptionBudget.class,
                    NetworkPolicy.class)
            .collect(Collectors.toMap(
                    model -> HasMetadata.getApiVersion(model) + " " + HasMetadata.getKind(model), model -> model));

    private static final YAMLMapper YAML = strictMapper();

    private Manifests() {}

    /** The one resource in {@code yaml}, or an exception that names what is wrong and where. */
    static HasMetadata read(String yaml) {
        try {
            JsonNode document = YAML.readTree(yaml);
            String kind = document.path("apiVersion").asText() + " "
                    + document.path("kind").asText();
            if (!MODELS.containsKey(kind)) {
                throw new IllegalArgumentException("unknown kind: " + kind);
            }
            return YAML.treeToValue(document, MODELS.get(kind));
        } catch (JsonMappingException failure) {
            throw new IllegalArgumentException(
                    failure.getOriginalMessage() + " " + failure.getPathReference(), failure);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(failure.getOriginalMessage(), failure);
        }
    }

    private static YAMLMapper strictMapper() {
        YAMLMapper mapper = YAMLMapper.builder()
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .annotationIntrospector(new NoPlaceForUnknownFields())
                .build();
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }

    /** The models keep what they do not know in a map of their own; without it Jackson refuses what is unknown. */
    private static final class NoPlaceForUnknownFields extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
