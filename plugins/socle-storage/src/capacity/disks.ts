import { JsonValue, ResourceItem } from '@socle/backstage-plugin-socle-common';

/** One disk of a storage node, in bytes; a size that is not known is undefined. */
export interface Disk {
  id: string;
  name: string;
  path?: string;
  maximum?: number;
  available?: number;
  reserved?: number;
  scheduled?: number;
  replicas?: number;
  ready?: boolean;
  schedulable?: boolean;
  allowScheduling?: boolean;
  evicting?: boolean;
}

/** What a bar shows: parts of the maximum that do not overlap. */
export interface DiskUse {
  maximum: number;
  used: number;
  /** Kept free for the node itself, and not yet used up. */
  reserved: number;
  free: number;
}

const isNumber = (value: JsonValue): value is number =>
  typeof value === 'number' && Number.isFinite(value);
const number = (value: JsonValue) => (isNumber(value) ? value : undefined);
const text = (value: JsonValue) =>
  typeof value === 'string' && value !== '' ? value : undefined;
const flag = (value: JsonValue) =>
  typeof value === 'boolean' ? value : undefined;

/** Reads the disks of a Longhorn node's facts. */
export function disksOf(node: ResourceItem): Disk[] {
  const { disks } = node.facts;
  if (!Array.isArray(disks)) {
    return [];
  }
  return disks.flatMap((disk, index) => {
    if (typeof disk !== 'object' || disk === null || Array.isArray(disk)) {
      return [];
    }
    const name = text(disk.name) ?? String(index);
    return [
      {
        id: text(disk.uuid) ?? name,
        name,
        path: text(disk.path),
        maximum: number(disk.maximum),
        available: number(disk.available),
        reserved: number(disk.reserved),
        scheduled: number(disk.scheduled),
        replicas: number(disk.replicas),
        ready: flag(disk.ready),
        schedulable: flag(disk.schedulable),
        allowScheduling: flag(disk.allowScheduling),
        evicting: flag(disk.evicting),
      },
    ];
  });
}

/** The parts of a disk; undefined where its size is not known. */
export function diskUse(disk: Disk): DiskUse | undefined {
  const { maximum, available } = disk;
  if (!maximum || available === undefined) {
    return undefined;
  }
  const free = Math.max(0, Math.min(available, maximum));
  const reserved = Math.min(disk.reserved ?? 0, free);
  return { maximum, used: maximum - free, reserved, free: free - reserved };
}

/** Several disks together. Disks of unknown size are left out, which `unknown` says. */
export function totalUse(disks: Disk[]): DiskUse & { unknown: number } {
  const total = { maximum: 0, used: 0, reserved: 0, free: 0, unknown: 0 };
  for (const disk of disks) {
    const use = diskUse(disk);
    if (!use) {
      total.unknown += 1;
      continue;
    }
    total.maximum += use.maximum;
    total.used += use.used;
    total.reserved += use.reserved;
    total.free += use.free;
  }
  return total;
}
