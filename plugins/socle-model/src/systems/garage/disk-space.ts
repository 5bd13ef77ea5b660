import { formatBytes } from '../../reading/quantities';
import { numberAt, objectAt } from '../../reading/raw';

/** A node's data and metadata disks, as far as it tells of them. */
export type DiskSpace = {
  dataAvailable?: number;
  dataTotal?: number;
  metadataAvailable?: number;
  metadataTotal?: number;
};

export function diskSpaceAt(node: unknown): DiskSpace {
  const data = objectAt(node, 'dataPartition');
  const metadata = objectAt(node, 'metadataPartition');
  return {
    dataAvailable: numberAt(data, 'available'),
    dataTotal: numberAt(data, 'total'),
    metadataAvailable: numberAt(metadata, 'available'),
    metadataTotal: numberAt(metadata, 'total'),
  };
}

export type ShortDisk = { text: string; path: string; available: number };

/** The first disk with less free space than is asked for, data before metadata. */
export function shortDisk(
  disk: DiskSpace,
  freePercent: number,
): ShortDisk | undefined {
  const disks = [
    ['data', disk.dataAvailable, disk.dataTotal],
    ['metadata', disk.metadataAvailable, disk.metadataTotal],
  ] as const;
  for (const [name, available, total] of disks) {
    if (available !== undefined && total !== undefined && total > 0) {
      const free = (available / total) * 100;
      if (free < freePercent) {
        return {
          text: `${name} disk ${Math.min(
            100,
            Math.floor(100 - free),
          )} % full, ${formatBytes(available)} left`,
          path: `${name}Partition.available`,
          available,
        };
      }
    }
  }
  return undefined;
}
