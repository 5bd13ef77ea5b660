import { formatBytes } from '../../reading/quantities';
import { booleanAt, numberAt, RawObject } from '../../reading/raw';
import { timeAt } from '../../reading/times';

/** How full one file system is; sizes are bytes, shares are percent. */
export type UsageFigures = {
  usedBytes?: number;
  capacityBytes?: number;
  usedPercent?: number;
  inodesUsedPercent?: number;
  /** Nothing is left for anyone but root. */
  nothingLeft?: true;
  measuredAt?: number;
  abnormal?: true;
};

/** A capacity of nought, or none, is no measurement: never 0 %. */
export function usageFigures(raw: RawObject): UsageFigures {
  const capacity = numberAt(raw, 'capacityBytes');
  const available = numberAt(raw, 'availableBytes');
  const told = numberAt(raw, 'usedBytes');
  const measured = capacity !== undefined && capacity > 0;
  const usedBytes =
    told ??
    (measured && available !== undefined ? capacity - available : undefined);
  const inodes = numberAt(raw, 'inodes');
  const free = numberAt(raw, 'inodesFree');
  const inodesUsed =
    numberAt(raw, 'inodesUsed') ??
    (inodes !== undefined && free !== undefined ? inodes - free : undefined);
  const measuredAt = timeAt(raw, 'time');
  return {
    ...(measured && usedBytes !== undefined && usedBytes >= 0
      ? {
          usedBytes,
          capacityBytes: capacity,
          usedPercent: Math.min(100, (usedBytes / capacity) * 100),
        }
      : {}),
    // File systems without a fixed number of inodes report 0.
    ...(inodes !== undefined && inodes > 0 && inodesUsed !== undefined
      ? { inodesUsedPercent: Math.min(100, (inodesUsed / inodes) * 100) }
      : {}),
    ...(measured && available === 0 ? { nothingLeft: true } : {}),
    ...(measuredAt === undefined ? {} : { measuredAt }),
    ...(booleanAt(raw, 'abnormal') ? { abnormal: true } : {}),
  };
}

/** `93 % used (9.3 GiB of 10 GiB), 12 % of inodes`. */
export function usageInWords({
  usedBytes,
  capacityBytes,
  usedPercent,
  inodesUsedPercent,
}: UsageFigures): string {
  const inodes =
    inodesUsedPercent === undefined
      ? ''
      : `, ${Math.floor(inodesUsedPercent)} % of the inodes`;
  return usedBytes === undefined ||
    capacityBytes === undefined ||
    usedPercent === undefined
    ? `${Math.floor(inodesUsedPercent ?? 0)} % of the inodes used`
    : `${Math.floor(usedPercent)} % used (${formatBytes(
        usedBytes,
      )} of ${formatBytes(capacityBytes)})${inodes}`;
}

/** The greater of the two shares: either one running out stops all writes. */
export function fullestPercent({
  usedPercent,
  inodesUsedPercent,
  nothingLeft,
}: UsageFigures): number | undefined {
  if (usedPercent === undefined && inodesUsedPercent === undefined) {
    return undefined;
  }
  return nothingLeft ? 100 : Math.max(usedPercent ?? 0, inodesUsedPercent ?? 0);
}
