import {
  isObject,
  numberAt,
  objectAt,
  RawObject,
  stringAt,
  stringsAt,
} from '../../reading/raw';

/** Fields of spec that are no source of storage although they hold an object. */
const NOT_A_SOURCE = new Set(['capacity', 'claimRef', 'nodeAffinity']);

/** Which of the sources of spec a volume has: csi, nfs, hostPath … */
export function sourceOf(raw: RawObject): string | undefined {
  return Object.entries(objectAt(raw, 'spec')).find(
    ([key, value]) => isObject(value) && !NOT_A_SOURCE.has(key),
  )?.[0];
}

/** Where the data lie outside the cluster, as far as the volume names it. */
export function whereaboutsOf(raw: RawObject): {
  server?: string;
  path?: string;
} {
  const source = sourceOf(raw);
  const of = objectAt(raw, 'spec', source ?? '');
  switch (source) {
    case 'nfs':
      return place(stringAt(of, 'server'), stringAt(of, 'path'));
    case 'glusterfs':
      return place(stringAt(of, 'endpoints'), stringAt(of, 'path'));
    case 'iscsi':
      return place(
        stringAt(of, 'targetPortal'),
        [stringAt(of, 'iqn'), lun(of)].filter(Boolean).join(' '),
      );
    case 'fc':
      return place(
        [...stringsAt(of, 'targetWWNs'), ...stringsAt(of, 'wwids')].join(', '),
        lun(of),
      );
    case 'hostPath':
    case 'local':
      return place(undefined, stringAt(of, 'path'));
    case 'csi': {
      const told = objectAt(of, 'volumeAttributes');
      return place(
        stringAt(told, 'server') ?? stringAt(told, 'targetPortal'),
        [
          stringAt(told, 'share') ??
            stringAt(told, 'source') ??
            stringAt(told, 'iqn'),
          stringAt(told, 'subdir') ?? lun(told),
        ]
          .filter(Boolean)
          .join('/'),
      );
    }
    default:
      return {};
  }
}

/** The pool or file system of Ceph, and the cluster it is in. */
export function cephOf(raw: RawObject): {
  cluster?: string;
  pool?: string;
  filesystem?: string;
} {
  const told = objectAt(raw, 'spec', 'csi', 'volumeAttributes');
  const cluster = stringAt(told, 'clusterID');
  const pool = stringAt(told, 'pool');
  const filesystem = stringAt(told, 'fsName');
  return {
    ...(cluster ? { cluster } : {}),
    ...(pool && !filesystem ? { pool } : {}),
    ...(filesystem ? { filesystem } : {}),
  };
}

function lun(of: RawObject): string | undefined {
  const number = numberAt(of, 'lun');
  return number === undefined ? undefined : `lun ${number}`;
}

function place(server: string | undefined, path: string | undefined) {
  return { ...(server ? { server } : {}), ...(path ? { path } : {}) };
}
