import { describeCluster } from './expectations';

const LUCERNE = 'kubernetes-prod-data-9w4qd-lucerne';

/** A tenant's cluster over three regions: Lucerne went silent, and that is one incident. */
describeCluster({
  cluster: 'hikube',
  faults: [
    {
      root: `Node /${LUCERNE}`,
      reason: 'NodeSilent',
      minutes: 18,
      affects: [
        'Node /kubernetes-prod-md0-7k2lp-lucerne',
        'Pod shop/shop-db-2',
        'StatefulSet shop/shop-db',
        'Pod media/media-cache-0',
        'StatefulSet media/media-cache',
        'EndpointSlice media/media-cache-*',
        'Service media/media-cache',
        'DaemonSet cozy-cilium/cilium',
        'DaemonSet cozy-csi/kubevirt-csi-node',
        `Lease kube-node-lease/${LUCERNE}`,
      ],
    },
  ],
  systems: {
    kubernetes: 'failed',
    workloads: 'failed',
    databases: 'degraded',
    // What is attached to a silent node cannot be told.
    'persistent-storage': 'unknown',
    hikube: 'unknown',
    'control-plane': 'healthy',
    'metrics-server': 'healthy',
    kubelet: 'healthy',
  },
  findings: [
    ['/Node', '/kubernetes-prod-md0-7k2lp-geneva', 'healthy', 'NodeReady'],
    ['/Node', '/kubernetes-prod-md0-7k2lp-gland', 'healthy', 'NodeReady'],
    ['/Node', '/kubernetes-prod-md0-7k2lp-lucerne', 'failed', 'NodeSilent'],
    ['/Node', '/kubernetes-prod-data-9w4qd-geneva', 'healthy', 'NodeReady'],
    ['/Node', '/kubernetes-prod-data-9w4qd-gland', 'healthy', 'NodeReady'],
    ['/Node', `/${LUCERNE}`, 'failed', 'NodeSilent'],
    // The provider's own: a tenant sees that its API server answers, and that this reaches etcd.
    [
      'control-plane.socle.dev/ControlPlane',
      'hikube/hikube',
      'healthy',
      'ControlPlaneRuns',
    ],
    [
      'control-plane.socle.dev/ApiServer',
      'hikube/hikube',
      'healthy',
      'ApiServerReady',
    ],
    [
      'control-plane.socle.dev/EtcdCluster',
      'hikube/hikube',
      'healthy',
      'EtcdAnswers',
    ],
    [
      'storage.k8s.io/StorageClass',
      '/replicated',
      'healthy',
      'StorageClassReady',
    ],
    [
      'storage.k8s.io/StorageClass',
      '/replicated-async',
      'healthy',
      'StorageClassReady',
    ],
    ['storage.k8s.io/StorageClass', '/local', 'healthy', 'StorageClassReady'],
    ['storage.k8s.io/CSIDriver', '/csi.kubevirt.io', 'unknown', 'NoState'],
    // It lost one copy of three and goes on; where there was one, it is down.
    ['apps/StatefulSet', 'shop/shop-db', 'degraded', 'StatefulSetPodsMissing'],
    ['/Service', 'shop/shop-db', 'healthy', 'ServiceHasEndpoints'],
    ['apps/StatefulSet', 'media/media-cache', 'degraded', 'StatefulSetDown'],
    ['/Service', 'media/media-cache', 'failed', 'ServiceNoReadyEndpoint'],
    ['apps/StatefulSet', 'media/media-store', 'healthy', 'StatefulSetReady'],
    ['apps/Deployment', 'shop/shop-web', 'healthy', 'DeploymentAvailable'],
    [
      'apps/Deployment',
      'kube-system/coredns',
      'healthy',
      'DeploymentAvailable',
    ],
    [
      'apps/DaemonSet',
      'cozy-cilium/cilium',
      'degraded',
      'DaemonSetPodsMissing',
    ],
    ['/PersistentVolumeClaim', 'shop/data-shop-db-2', 'healthy', 'ClaimBound'],
    [
      'kubelet.socle.dev/ClaimUsage',
      'shop/data-shop-db-0',
      'healthy',
      'ClaimUsageNormal',
    ],
  ],
  // That kubelets of a node that is down are not heard is told by the node.
  silent: [],
});
