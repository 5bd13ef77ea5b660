import { DemoNode, LonghornPlatform } from '../../platform';
import { suffixOf, uidOf } from '../object-factory';

/** One volume as Longhorn holds it. */
export interface HeldVolume {
  name: string;
  namespace: string;
  claim: string;
  bytes: number;
  copies: Copy[];
  /** Recurring jobs of these groups take care of it. */
  jobGroups: string[];
  /** Where it is attached, and since when; nowhere where its claim is gone. */
  attached?: {
    node: DemoNode;
    since: string;
    pod: string;
    workload: { kind: string; name: string };
  };
  /** Its claim was deleted so long ago. */
  releasedDays?: number;
}

/** One copy of a volume: what Longhorn calls a replica. */
export interface Copy {
  name: string;
  node: DemoNode;
}

const COPIES = 3;

/** Three nodes for each volume, in turn, so that every node holds its share. `index` counts volumes. */
export function copiesOf(
  platform: LonghornPlatform,
  volume: string,
  index: number,
): Copy[] {
  const { nodes, firstCopies } = platform;
  const picked =
    index === 0
      ? firstCopies.map(name => nodes.findIndex(node => node.name === name))
      : [0, 1, 2].map(step => (index * 3 + step * 3 + 1) % nodes.length);
  const distinct = [...new Set(picked)];
  for (let next = 0; distinct.length < COPIES; next += 1) {
    if (!distinct.includes(next)) distinct.push(next);
  }
  return distinct.map(at => ({
    name: `${volume}-r-${suffixOf(8, volume, String(at))}`,
    node: nodes[at],
  }));
}

/** On a node that is silent, while the volume is attached elsewhere. */
export function isLost(volume: HeldVolume, { node }: Copy): boolean {
  return node.silentMinutes !== undefined && volume.attached !== undefined;
}

export function engineName({ name }: { name: string }): string {
  return `${name}-e-0`;
}

export function diskUuid(node: DemoNode): string {
  return uidOf('disk', node.name);
}

export function managerName(node: DemoNode): string {
  return `instance-manager-${uidOf('manager', node.name).replace(/-/g, '')}`;
}

/** The address of the instance manager's pod. */
export function managerIp(node: DemoNode): string {
  return `10.244.${node.ip.split('.')[3]}.9`;
}

/** Where the process of a copy listens: each has ten ports. */
export function portOf(copy: Copy): number {
  return (
    10_000 + (parseInt(uidOf('port', copy.name).slice(0, 3), 16) % 2_000) * 10
  );
}
