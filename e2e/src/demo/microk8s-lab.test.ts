import { findCoverage } from '@socle/backstage-plugin-socle-model';
import { describeCluster } from './expectations';

/** Whether each claim could be restored: what was copied, what was not last night, and what nobody thought of. */
const COVERAGE = {
  'data/data-postgresql-0': 'none',
  'data/data-influxdb-0': 'none',
  'home/data-gitea-0': 'none',
  'minio/export-minio-0': 'noBackup',
  'observability/db-prometheus-0': 'noBackup',
};

/** The lab on one machine: its disk fills up, a directory is gone, and a class was planned and never made. */
describeCluster(
  {
    cluster: 'microk8s-lab',
    faults: [
      {
        root: 'PersistentVolumeClaim home/nextcloud-data',
        reason: 'ClaimMountFailed',
        minutes: 655,
        affects: [
          'Pod home/nextcloud-*',
          'ReplicaSet home/nextcloud-*',
          'Deployment home/nextcloud',
          'EndpointSlice home/nextcloud-*',
          'Service home/nextcloud',
        ],
      },
      {
        root: 'PersistentVolumeClaim home/jellyfin-media',
        reason: 'ClaimClassMissing',
        minutes: 140,
        affects: [
          'Pod home/jellyfin-*',
          'ReplicaSet home/jellyfin-*',
          'Deployment home/jellyfin',
        ],
      },
      {
        root: 'NodeFilesystem /lab-01',
        reason: 'NodeFilesystemNearlyFull',
        affects: [],
      },
      {
        root: 'Backup velero/nightly-last',
        reason: 'VeleroBackupPartiallyFailed',
        minutes: 580,
        affects: ['Schedule velero/nightly'],
      },
    ],
    systems: {
      'persistent-storage': 'failed',
      workloads: 'failed',
      kubelet: 'degraded',
      velero: 'degraded',
      kubernetes: 'healthy',
      'control-plane': 'healthy',
      'metrics-server': 'healthy',
      microk8s: 'healthy',
      s3: 'healthy',
      databases: 'healthy',
      'http-sources': 'healthy',
      'nfs-csi': 'healthy',
    },
    findings: [
      ['/Node', '/lab-01', 'healthy', 'NodeReady'],
      // One server and no other: it works, and nothing more is asked of a lab.
      [
        'control-plane.socle.dev/ControlPlane',
        'microk8s-lab/microk8s-lab',
        'healthy',
        'ControlPlaneRuns',
      ],
      [
        'control-plane.socle.dev/ApiServer',
        'microk8s-lab/microk8s-lab',
        'healthy',
        'ApiServerReady',
      ],
      [
        'metrics-server.socle.dev/NodeMetrics',
        'microk8s-lab/lab-01',
        'healthy',
        'NodeMetricsCurrent',
      ],
      [
        'kubelet.socle.dev/NodeFilesystem',
        '/lab-01',
        'degraded',
        'NodeFilesystemNearlyFull',
      ],
      ['s3.socle.dev/Endpoint', 'minio/minio', 'healthy', 'S3Ready'],
      [
        'storage.k8s.io/StorageClass',
        '/microk8s-hostpath',
        'healthy',
        'StorageClassReady',
      ],
      ['storage.k8s.io/StorageClass', '/fast', 'healthy', 'StorageClassReady'],
      [
        'storage.k8s.io/StorageClass',
        '/archive',
        'healthy',
        'StorageClassReady',
      ],
      [
        'apps/Deployment',
        'kube-system/hostpath-provisioner',
        'healthy',
        'DeploymentAvailable',
      ],
      ['apps/Deployment', 'home/nextcloud', 'failed', 'DeploymentUnavailable'],
      ['apps/Deployment', 'home/jellyfin', 'failed', 'DeploymentUnavailable'],
      ['apps/StatefulSet', 'home/gitea', 'healthy', 'StatefulSetReady'],
      ['apps/StatefulSet', 'data/postgresql', 'healthy', 'StatefulSetReady'],
      ['apps/StatefulSet', 'data/influxdb', 'healthy', 'StatefulSetReady'],
      ['apps/StatefulSet', 'minio/minio', 'healthy', 'StatefulSetReady'],
      [
        'apps/StatefulSet',
        'observability/prometheus',
        'healthy',
        'StatefulSetReady',
      ],
      [
        'apps/Deployment',
        'observability/grafana',
        'healthy',
        'DeploymentAvailable',
      ],
      // Its pod waits for a volume and has no address: nobody can say that the selector is wrong.
      ['/Service', 'home/jellyfin', 'unknown', 'ServiceSelectsNoPods'],
      ['/Service', 'home/nextcloud', 'failed', 'ServiceNoReadyEndpoint'],
      // Left when gitea was scaled down: nothing is broken by it.
      ['/PersistentVolumeClaim', 'home/data-gitea-1', 'healthy', 'ClaimBound'],
      [
        '/PersistentVolume',
        '/nas-photos',
        'healthy',
        'PersistentVolumeAvailable',
      ],
      [
        'velero.io/BackupStorageLocation',
        'velero/default',
        'healthy',
        'VeleroLocationAvailable',
      ],
      [
        'velero.io/Schedule',
        'velero/nightly',
        'degraded',
        'VeleroScheduleLastRunFailed',
      ],
      [
        'velero.io/Backup',
        'velero/nightly-before',
        'healthy',
        'VeleroBackupCompleted',
      ],
    ],
    silent: [],
  },
  (platform, now) => {
    it('could be restored, save what nobody backs up', () => {
      const found = Object.fromEntries(
        findCoverage(platform().store, 'microk8s-lab', now).map(
          ({ ref, gap }) => [`${ref.namespace}/${ref.name}`, gap],
        ),
      );
      expect(found).toMatchObject(COVERAGE);
    });
  },
);
