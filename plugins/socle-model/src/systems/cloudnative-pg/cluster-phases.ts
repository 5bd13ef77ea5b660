/** What a phase of a Cluster amounts to. The operator's phases are sentences, compared word by word. */
export interface PhaseRule {
  status: 'progressing' | 'degraded' | 'failed';
  reason: string;
  /** In place of the phase, where that says little. */
  says?: string;
  /** Copies or restores all data first, and may take its time. */
  slow?: true;
}

export const HEALTHY_PHASE = 'Cluster in healthy state';

const changing = (reason: string): PhaseRule => ({
  status: 'degraded',
  reason,
});
const notReconciled: PhaseRule = {
  status: 'failed',
  reason: 'CnpgClusterNotReconciled',
};
const settingUp: PhaseRule = {
  status: 'progressing',
  reason: 'CnpgClusterSettingUp',
  slow: true,
};
const starting: PhaseRule = {
  status: 'progressing',
  reason: 'CnpgClusterStarting',
};

export const PHASES = new Map<string, PhaseRule>([
  ['Setting up primary', settingUp],
  ['Creating a new replica', settingUp],
  ['Upgrading cluster', starting],
  ['Waiting for the instances to become active', starting],
  ['Promoting to primary cluster', starting],
  ['Switchover in progress', changing('CnpgClusterPrimaryMoving')],
  ['Failing over', changing('CnpgClusterPrimaryMoving')],
  ['Upgrading Postgres major version', changing('CnpgClusterRestarting')],
  [
    'Primary instance is being restarted in-place',
    changing('CnpgClusterRestarting'),
  ],
  [
    'Primary instance is being restarted without a switchover',
    changing('CnpgClusterRestarting'),
  ],
  ['Online upgrade in progress', changing('CnpgClusterRestarting')],
  ['Applying configuration', changing('CnpgClusterRestarting')],
  ['Cluster upgrade delayed', changing('CnpgClusterUpgradeDelayed')],
  [
    'Waiting for user action',
    {
      status: 'degraded',
      reason: 'CnpgClusterWaitsForUser',
      says: 'Waits for a manual switchover or restart',
    },
  ],
  [
    'Cluster cannot execute instance online upgrade due to missing architecture binary',
    changing('CnpgClusterArchitectureMissing'),
  ],
  ['Unable to create required cluster objects', notReconciled],
  [
    'Cluster cannot proceed to reconciliation due to an unknown plugin being required',
    notReconciled,
  ],
  ['Cluster has incomplete or invalid image catalog', notReconciled],
  [
    'Cluster cannot proceed to reconciliation due to an error while interacting with plugins',
    notReconciled,
  ],
  ['Invalid cluster definition', notReconciled],
  [
    'Cluster is unrecoverable and needs manual intervention',
    { status: 'failed', reason: 'CnpgClusterUnrecoverable' },
  ],
  [
    'Not enough disk space',
    { status: 'failed', reason: 'CnpgClusterDiskFull' },
  ],
  [
    'Instance Status Extraction Error: HTTP communication issue',
    {
      status: 'degraded',
      reason: 'CnpgClusterInstancesUnreachable',
      says: 'The operator cannot reach the instances at port 8000; the data path may be fine',
    },
  ],
]);
