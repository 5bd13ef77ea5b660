import { parseDuration } from '../manifests/times';
import { at, Fields, KubeObject, textAt, timestamp } from '../storage/object';
import { conditionStatus } from './conditions';
import { Hands } from './hands';

interface Mover {
  group: string;
  kind: string;
  /** The time in the status that shows that the operator was here. */
  path: string[];
  /** How often, in milliseconds; 0 for never. */
  every(object: KubeObject): number;
}

function goDuration(
  object: KubeObject,
  path: string[],
  otherwise: string,
): number {
  return parseDuration(textAt(object, ...path) || otherwise) ?? 0;
}

/** Operators that come back to their objects and write down when. */
const movers: Mover[] = [
  {
    group: 'external-secrets.io',
    kind: 'ExternalSecret',
    path: ['status', 'refreshTime'],
    every: object => {
      const ready = conditionStatus(
        (at(object, 'status', 'conditions') as unknown[]) ?? [],
        'Ready',
      );
      // A failed refresh leaves the time of the last good one.
      if (
        ready !== 'True' ||
        textAt(object, 'spec', 'refreshPolicy') === 'CreatedOnce'
      )
        return 0;
      return goDuration(object, ['spec', 'refreshInterval'], '1h');
    },
  },
  {
    group: 'argoproj.io',
    kind: 'Application',
    path: ['status', 'reconciledAt'],
    every: () => 180_000,
  },
  {
    group: 'velero.io',
    kind: 'BackupStorageLocation',
    path: ['status', 'lastValidationTime'],
    every: object => goDuration(object, ['spec', 'validationFrequency'], '1m'),
  },
  {
    group: 'longhorn.io',
    kind: 'BackupTarget',
    path: ['status', 'lastSyncedAt'],
    every: object => goDuration(object, ['spec', 'pollInterval'], '5m'),
  },
  {
    group: 'ceph.rook.io',
    kind: 'CephCluster',
    path: ['status', 'ceph', 'lastChecked'],
    every: () => 60_000,
  },
];

function nested(path: string[], value: string): Fields {
  return path.reduceRight<unknown>(
    (inner, step) => ({ [step]: inner }),
    value,
  ) as Fields;
}

/** Moves those times on when they are due. */
export class StatusTimes {
  private readonly abandoned = new Set<string>();

  constructor(private readonly hands: Hands) {
    this.forEach((mover, object, age) => {
      // Long overdue when loaded: this one shows an operator that has fallen silent.
      if (age > mover.every(object) * 2 + 60_000)
        this.abandoned.add(idOf(object));
    });
  }

  beat(): void {
    this.forEach((mover, object, age) => {
      if (age < mover.every(object) || this.abandoned.has(idOf(object))) return;
      if (this.hands.silent(object)) return;
      this.hands.merge(
        object,
        nested(mover.path, timestamp(this.hands.now())),
        'operator',
      );
    });
  }

  private forEach(
    act: (mover: Mover, object: KubeObject, age: number) => void,
  ): void {
    for (const mover of movers) {
      for (const object of this.hands.list(mover.group, mover.kind)) {
        const last = Date.parse(textAt(object, ...mover.path));
        if (mover.every(object) > 0 && !Number.isNaN(last))
          act(mover, object, this.hands.now() - last);
      }
    }
  }
}

function idOf({ kind, metadata }: KubeObject): string {
  return `${kind}/${metadata.namespace}/${metadata.name}`;
}
