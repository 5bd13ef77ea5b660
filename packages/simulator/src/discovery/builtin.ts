import { guessPlural, ResourceType } from './resource-type';

/**
 * The kinds of a kube-apiserver without any CustomResourceDefinition. One line each:
 * `Kind[/plural] [short,names] flags`, where flags are N namespaced, S has /status, G counts generations, A in category all.
 */
const groups: [group: string, versions: string, kinds: string][] = [
  [
    '',
    'v1',
    `Pod po NSGA; Service svc NSA; Node no S; Namespace ns S; ConfigMap cm N; Secret - N; Event ev N; Endpoints ep N;
     PersistentVolume pv S; PersistentVolumeClaim pvc NS; ServiceAccount sa N; ReplicationController rc NSGA;
     ResourceQuota quota NS; LimitRange limits N; PodTemplate - NG`,
  ],
  [
    'apps',
    'v1',
    `Deployment deploy NSGA; StatefulSet sts NSGA; DaemonSet ds NSGA; ReplicaSet rs NSGA; ControllerRevision - N`,
  ],
  ['batch', 'v1', 'Job - NSGA; CronJob cj NSGA'],
  ['autoscaling', 'v2,v1', 'HorizontalPodAutoscaler hpa NSA'],
  ['policy', 'v1', 'PodDisruptionBudget pdb NSG'],
  [
    'networking.k8s.io',
    'v1',
    'Ingress ing NSG; IngressClass - G; NetworkPolicy netpol NG; IPAddress/ipaddresses ip -; ServiceCIDR - S',
  ],
  ['discovery.k8s.io', 'v1', 'EndpointSlice - NG'],
  ['coordination.k8s.io', 'v1', 'Lease - N'],
  [
    'storage.k8s.io',
    'v1',
    `StorageClass sc -; CSIDriver - -; CSINode - -; VolumeAttachment - S; CSIStorageCapacity/csistoragecapacities - N;
     VolumeAttributesClass vac -`,
  ],
  [
    'rbac.authorization.k8s.io',
    'v1',
    'Role - N; RoleBinding - N; ClusterRole - -; ClusterRoleBinding - -',
  ],
  ['apiextensions.k8s.io', 'v1', 'CustomResourceDefinition crd,crds SG'],
  ['apiregistration.k8s.io', 'v1', 'APIService - S'],
  ['scheduling.k8s.io', 'v1', 'PriorityClass pc G'],
  ['node.k8s.io', 'v1', 'RuntimeClass - -'],
  ['certificates.k8s.io', 'v1', 'CertificateSigningRequest csr S'],
  [
    'admissionregistration.k8s.io',
    'v1',
    `ValidatingWebhookConfiguration - G; MutatingWebhookConfiguration - G; ValidatingAdmissionPolicy - SG;
     ValidatingAdmissionPolicyBinding - G`,
  ],
  [
    'flowcontrol.apiserver.k8s.io',
    'v1',
    'FlowSchema - SG; PriorityLevelConfiguration - SG',
  ],
  [
    'resource.k8s.io',
    'v1',
    'ResourceClaim - NS; DeviceClass - G; ResourceSlice - G',
  ],
];

const eventFields = [
  'involvedObject.kind',
  'involvedObject.namespace',
  'involvedObject.name',
  'involvedObject.uid',
  'involvedObject.apiVersion',
  'involvedObject.resourceVersion',
  'involvedObject.fieldPath',
  'reason',
  'reportingComponent',
  'source',
  'type',
];

const selectable: Record<string, string[]> = {
  Pod: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'spec.hostNetwork',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  Event: eventFields,
  Secret: ['type'],
  Node: ['spec.unschedulable'],
  Namespace: ['status.phase'],
  Service: ['spec.clusterIP', 'spec.type'],
  ReplicationController: ['status.replicas'],
  ReplicaSet: ['status.replicas'],
  Job: ['status.successful'],
  CertificateSigningRequest: ['spec.signerName'],
};

function read(group: string, versions: string[], line: string): ResourceType {
  const [names, shortNames, flags = ''] = line.trim().split(/\s+/);
  const [kind, plural = guessPlural(kind)] = names.split('/');
  return {
    group,
    versions,
    kind,
    plural,
    singular: kind.toLowerCase(),
    namespaced: flags.includes('N'),
    shortNames: shortNames && shortNames !== '-' ? shortNames.split(',') : [],
    categories: flags.includes('A') ? ['all'] : [],
    builtin: true,
    hasStatus: flags.includes('S'),
    hasGeneration: flags.includes('G'),
    selectableFields: selectable[kind] ?? [],
  };
}

export const builtinTypes: ResourceType[] = groups.flatMap(
  ([group, versions, kinds]) =>
    kinds.split(';').map(line => read(group, versions.split(','), line)),
);
