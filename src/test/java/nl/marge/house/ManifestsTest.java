package nl.marge.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The manifests of {@code k8s/base} are what a cluster with restricted pod security takes. */
class ManifestsTest {

    private static final String BASE = "k8s/base/";
    private static final String KUSTOMIZATION = "kustomization.yaml";

    private final Map<String, String> files = files();

    @Test
    void everyManifestIsUnderstoodToItsLastField() {
        Map<String, String> kinds = new TreeMap<>();
        files.forEach((name, yaml) -> kinds.put(name, Manifests.read(yaml).getKind()));

        assertEquals(
                Map.of(
                        "deployment.yaml", "Deployment",
                        "namespace.yaml", "Namespace",
                        "networkpolicy.yaml", "NetworkPolicy",
                        "pdb.yaml", "PodDisruptionBudget",
                        "service.yaml", "Service",
                        "serviceaccount.yaml", "ServiceAccount"),
                kinds);
    }

    @Test
    void refusesUnknownFieldWrongTypeAndUnknownKind() {
        refuses("deployment.yaml", "replicas: 2", "replicaz: 2", "replicaz");
        refuses("deployment.yaml", "readOnlyRootFilesystem", "readOnlyRootFs", "readOnlyRootFs");
        refuses("deployment.yaml", "replicas: 2", "replicas: two", "two");
        refuses("deployment.yaml", "port: \"8080\"", "port: 8080", "Cannot coerce");
        refuses("deployment.yaml", "runAsNonRoot: true", "runAsNonRoot: \"true\"", "Cannot coerce");
        refuses("service.yaml", "kind: Service", "kind: Servise", "unknown kind: v1 Servise");
    }

    @Test
    void kustomizationListsEveryManifest() {
        var listed = new TreeSet<String>();
        Pattern.compile("(?m)^  - (\\S+\\.yaml)$")
                .matcher(Repository.textFiles().get(BASE + KUSTOMIZATION))
                .results()
                .forEach(found -> listed.add(found.group(1)));

        assertEquals(files.keySet(), listed);
    }

    @Test
    void podIsRestricted() {
        PodSpec pod = deployment().getTemplate().getSpec();
        SecurityContext security = container().getSecurityContext();

        assertTrue(pod.getSecurityContext().getRunAsNonRoot());
        assertEquals(
                "RuntimeDefault", pod.getSecurityContext().getSeccompProfile().getType());
        assertFalse(pod.getAutomountServiceAccountToken());
        assertFalse(pod.getEnableServiceLinks());
        assertFalse(security.getAllowPrivilegeEscalation());
        assertTrue(security.getReadOnlyRootFilesystem());
        assertEquals(List.of("ALL"), security.getCapabilities().getDrop());
    }

    @Test
    void onlyTheTemporaryFolderCanBeWritten() {
        assertEquals("/tmp", container().getVolumeMounts().get(0).getMountPath());
        assertEquals(1, container().getVolumeMounts().size());
        assertEquals(
                "256Mi",
                deployment()
                        .getTemplate()
                        .getSpec()
                        .getVolumes()
                        .get(0)
                        .getEmptyDir()
                        .getSizeLimit()
                        .toString());
    }

    @Test
    void eachProbeAsksItsOwnQuestionOnThePortOfTheService() {
        assertEquals("/q/health/started http", question(container().getStartupProbe()));
        assertEquals("/q/health/ready http", question(container().getReadinessProbe()));
        assertEquals("/q/health/live http", question(container().getLivenessProbe()));
        assertEquals("http", container().getPorts().get(0).getName());
        assertEquals(8080, container().getPorts().get(0).getContainerPort());
        Service service = (Service) read("service.yaml");
        assertEquals("http", service.getSpec().getPorts().get(0).getTargetPort().getStrVal());
    }

    @Test
    void imageIsAVersionAndMemoryIsBounded() {
        assertTrue(
                container().getImage().matches("marge:[0-9]+\\.[0-9]+\\.[0-9]+"),
                container().getImage());
        assertEquals(
                container().getResources().getRequests().get("memory"),
                container().getResources().getLimits().get("memory"));
        assertFalse(container().getResources().getLimits().containsKey("cpu"));
    }

    @Test
    void databaseAndItsPasswordsComeFromASecretThatIsNotHere() {
        assertEquals(
                "marge-database", container().getEnvFrom().get(1).getSecretRef().getName());
        assertTrue(container().getEnv().isEmpty());
        assertFalse(files.values().stream().anyMatch(yaml -> yaml.contains("kind: Secret")));
    }

    @Test
    void aNodeCanBeDrainedWithoutAnInterruption() {
        PodDisruptionBudget budget = (PodDisruptionBudget) read("pdb.yaml");

        assertTrue(
                deployment().getReplicas() > budget.getSpec().getMinAvailable().getIntVal());
        assertEquals(
                0,
                deployment()
                        .getStrategy()
                        .getRollingUpdate()
                        .getMaxUnavailable()
                        .getIntVal());
    }

    @Test
    void everySelectorFindsThePods() {
        Map<String, String> labels = deployment().getTemplate().getMetadata().getLabels();

        assertEquals(labels, deployment().getSelector().getMatchLabels());
        assertEquals(labels, ((Service) read("service.yaml")).getSpec().getSelector());
        assertEquals(
                labels,
                ((PodDisruptionBudget) read("pdb.yaml")).getSpec().getSelector().getMatchLabels());
    }

    private void refuses(String file, String good, String bad, String message) {
        String yaml = files.get(file).replace(good, bad);

        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Manifests.read(yaml), () -> "taken: " + bad);

        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }

    private HasMetadata read(String file) {
        return Manifests.read(files.get(file));
    }

    private DeploymentSpec deployment() {
        return ((Deployment) read("deployment.yaml")).getSpec();
    }

    private Container container() {
        return deployment().getTemplate().getSpec().getContainers().get(0);
    }

    private static String question(Probe probe) {
        return probe.getHttpGet().getPath() + " " + probe.getHttpGet().getPort().getStrVal();
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        Repository.textFiles().forEach((path, text) -> {
            if (path.startsWith(BASE) && !path.endsWith(KUSTOMIZATION)) {
                files.put(path.substring(BASE.length()), text);
            }
        });
        return files;
    }
}
