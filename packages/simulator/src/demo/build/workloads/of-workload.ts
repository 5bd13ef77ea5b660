import { DemoApplication, DemoWorkload } from '../../platform';

/** How long ago workloads were rolled out, where nothing else is said. */
export const ROLLED_OUT_MINUTES = 12 * 24 * 60;

/** The labels by which a workload's pods are found. */
export function labelsOf(
  application: DemoApplication,
  workload: DemoWorkload,
): Record<string, string> {
  return {
    'app.kubernetes.io/name': workload.name,
    'app.kubernetes.io/instance': application.name,
  };
}

/** How a claim of a workload is called. */
export function claimName(
  workload: DemoWorkload,
  claim: string,
  ordinal: number,
): string {
  switch (workload.kind) {
    case 'StatefulSet':
      return `${claim}-${workload.name}-${ordinal}`;
    case 'Pods':
      return claim
        .replace('{pod}', `${workload.name}-${ordinal}`)
        .replace('{n}', String(ordinal));
    default:
      return claim;
  }
}

/** Since how many minutes a fault of the table keeps the pods of a workload from being ready; undefined for none. */
export function brokenMinutes({
  crash,
  imagePull,
  mountError,
  claims = [],
}: DemoWorkload): number | undefined {
  return (
    crash?.minutes ??
    imagePull?.minutes ??
    mountError?.minutes ??
    claims.find(claim => claim.pendingMinutes)?.pendingMinutes
  );
}

export function isBroken(workload: DemoWorkload): boolean {
  return brokenMinutes(workload) !== undefined;
}

/** A volume that its pods wait for cannot be made. */
export function isPending({ claims = [] }: DemoWorkload): boolean {
  return claims.some(claim => claim.pendingMinutes);
}
