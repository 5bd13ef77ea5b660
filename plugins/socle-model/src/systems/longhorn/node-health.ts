import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import { condition, said } from '../../reading/conditions';
import type { NodeFacts } from './node';
import { DiskFacts, refusalOf, SpaceLimits } from './node-disks';
import { conditionEvidence, isNotChecked, judgeChecks } from './node-checks';
import { settingNumber, SettingFacts } from './setting';
import { takingItsTime } from './under-way';
import { copies, oneLine } from './wording';

export function judgeNode(
  node: Resource<NodeFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = node;
  const { disks } = facts;
  const settings = settingsOf(context);
  for (const [type, code] of [
    ['Ready', 'LonghornNodeNotReady'],
    ['MountPropagation', 'LonghornNodeMountPropagation'],
  ]) {
    const found = condition(facts.conditions, type);
    if (found?.status === 'False' && !isNotChecked(found)) {
      return failed(code, `${oneLine(said(found))}.`, {
        evidence: [conditionEvidence(found)],
      });
    }
  }
  return (
    judgeReadiness(disks) ??
    judgeEviction(facts, context) ??
    judgeMaintenance(facts) ??
    judgeSpace(disks, settings.limits) ??
    judgeSmart(disks) ??
    judgeChecks(facts, settings.v2) ??
    judgeWell(facts, settings.limits)
  );
}

function settingsOf(context: HealthContext) {
  const settings = new Map<string, Resource<SettingFacts>>();
  for (const one of context.targets<SettingFacts>('setting')) {
    if (one.state === 'present') {
      settings.set(one.resource.meta.name, one.resource);
    }
  }
  const { thresholds } = context;
  return {
    limits: {
      minimalAvailable:
        settingNumber(settings.get('storage-minimal-available-percentage')) ??
        thresholds.longhornMinimalAvailablePercent,
      overProvisioning:
        settingNumber(settings.get('storage-over-provisioning-percentage')) ??
        thresholds.longhornOverProvisioningPercent,
    },
    v2: settings.get('v2-data-engine')?.facts.value === 'true',
  };
}

function judgeReadiness(disks: DiskFacts[]): Verdict | undefined {
  const broken = disks.filter(disk => disk.ready === false);
  if (broken.length === 0) {
    return undefined;
  }
  const told = broken.map(
    disk => `${disk.name}: ${disk.trouble ?? 'no cause given'}`,
  );
  const evidence = broken.map(disk => diskEvidence(disk, 'Ready'));
  return broken.length === disks.length
    ? failed(
        'LonghornNodeNoDiskReady',
        `No disk is usable (${told.join('; ')}).`,
        {
          evidence,
        },
      )
    : degraded(
        'LonghornNodeDiskNotReady',
        `${broken.length} of ${disks.length} disks not ready (${told.join(
          '; ',
        )}).`,
        { evidence },
      );
}

const EVICTION_PATHS = {
  requested: 'spec.evictionRequested',
  automatic: 'status.autoEvicting',
  disk: 'spec.disks.*.evictionRequested',
};

function judgeEviction(
  facts: NodeFacts,
  context: HealthContext,
): Verdict | undefined {
  const left = facts.disks
    .filter(disk => facts.evicting || disk.evicting)
    .reduce((sum, disk) => sum + disk.replicas, 0);
  return left > 0
    ? takingItsTime(
        context,
        'LonghornNodeEvicting',
        `Copies are being moved away (${left} left).`,
        {
          evidence: [
            {
              path: EVICTION_PATHS[facts.evicting ?? 'disk'],
              value: true,
            },
          ],
        },
      )
    : undefined;
}

function judgeMaintenance(facts: NodeFacts): Verdict | undefined {
  const schedulable = condition(facts.conditions, 'Schedulable');
  const cordoned =
    schedulable?.status === 'False' && !isNotChecked(schedulable);
  const disksOff =
    facts.disks.length > 0 && facts.disks.every(disk => !disk.allowScheduling);
  if ((!cordoned && facts.allowScheduling && !disksOff) || !facts.ready) {
    return undefined;
  }
  if (facts.ready !== 'True') {
    return undefined;
  }
  const why = cordoned ? 'its node is cordoned' : 'scheduling is switched off';
  return healthy(
    'LonghornNodeMaintenance',
    `Takes no new copies: ${why}; ${copies(replicasOn(facts))} there.`,
    { flags: ['maintenance'] },
  );
}

function judgeSpace(
  disks: DiskFacts[],
  limits: SpaceLimits,
): Verdict | undefined {
  const refusing = disks.filter(disk => disk.schedulable === false);
  if (refusing.length === 0) {
    return undefined;
  }
  const enabled = disks.filter(disk => disk.allowScheduling);
  const told = refusing.map(disk => `${disk.name}: ${refusalOf(disk, limits)}`);
  const all = enabled.every(disk => disk.schedulable === false);
  return degraded(
    all ? 'LonghornNodeFull' : 'LonghornNodeDiskFull',
    all
      ? `Takes no new copies (${told.join('; ')}).`
      : `${refusing.length} of ${
          disks.length
        } disks take no new copies (${told.join('; ')}).`,
    { evidence: refusing.map(disk => diskEvidence(disk, 'Schedulable')) },
  );
}

function judgeSmart(disks: DiskFacts[]): Verdict | undefined {
  const failing = disks.filter(disk => disk.smart);
  return failing.length > 0
    ? degraded(
        'LonghornNodeDiskFailing',
        `${failing
          .map(disk => `Disk ${disk.name} reports ${disk.smart}`)
          .join('; ')}: replace it before it takes its copies with it.`,
        {
          evidence: failing.map(disk => ({
            path: `status.diskStatus.${disk.name}.healthData.*.healthStatus`,
            value: disk.smart ?? null,
          })),
        },
      )
    : undefined;
}

function judgeWell(facts: NodeFacts, limits: SpaceLimits): Verdict {
  const { disks } = facts;
  const silent = disks.filter(
    disk => disk.ready === undefined || disk.schedulable === undefined,
  );
  if (facts.ready !== 'True' || silent.length > 0) {
    return unknown(
      'LonghornNodeStateUnknown',
      facts.ready !== 'True'
        ? 'Longhorn does not say whether the node is ready.'
        : `Longhorn says nothing about disk ${silent
            .map(disk => disk.name)
            .join(', ')}.`,
      {
        evidence: [
          facts.ready !== 'True'
            ? {
                path: 'status.conditions[type=Ready].status',
                value: facts.ready ?? null,
              }
            : { path: `status.diskStatus.${silent[0].name}`, value: null },
        ],
      },
    );
  }
  const sum = (pick: (disk: DiskFacts) => number | undefined) =>
    disks.reduce((total, disk) => total + (pick(disk) ?? 0), 0);
  const maximum = sum(disk => disk.maximum);
  const promise =
    ((maximum - sum(disk => disk.reserved)) * limits.overProvisioning) / 100;
  if (disks.length === 0 || maximum <= 0 || promise <= 0) {
    return healthy(
      'LonghornNodeReady',
      `Ready, ${disks.length === 1 ? '1 disk' : `${disks.length} disks`}.`,
    );
  }
  const free = Math.round((sum(disk => disk.available) / maximum) * 100);
  const used = Math.round((sum(disk => disk.scheduled) / promise) * 100);
  return healthy(
    'LonghornNodeReady',
    `${
      disks.length === 1 ? '1 disk' : `${disks.length} disks`
    }, ${free} % free, ${used} % of the promise limit used.`,
  );
}

function replicasOn(facts: NodeFacts): number {
  return facts.disks.reduce((sum, disk) => sum + disk.replicas, 0);
}

function diskEvidence(
  disk: DiskFacts,
  type: 'Ready' | 'Schedulable',
): VerdictEvidence {
  return {
    path: `status.diskStatus.${disk.name}.conditions[type=${type}].status`,
    value: `False: ${(type === 'Ready' ? disk.trouble : disk.refusal) ?? ''}`,
  };
}
