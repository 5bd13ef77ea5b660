import { HealthContext } from '../../judging/verdict';
import {
  formatBytes,
  parseQuantity,
  quantityAt,
} from '../../reading/quantities';
import { objectsAt, RawObject, stringAt } from '../../reading/raw';
import { parseDuration, timeAt } from '../../reading/times';

/** What was used, and when that was measured; what is absent was not measured, which is not zero. */
export type Measurement = {
  at?: number;
  windowSeconds?: number;
  /** Cores. */
  cpu?: number;
  /** Bytes. */
  memory?: number;
};

/** Of a NodeMetrics, or of all containers of a PodMetrics. */
export function measurementOf(raw: RawObject): Measurement {
  const window = parseDuration(stringAt(raw, 'window'));
  const containers = objectsAt(raw, 'containers');
  const used = (resource: string) =>
    containers.length > 0
      ? sum(containers.map(one => quantityAt(one, 'usage', resource)))
      : quantityAt(raw, 'usage', resource);
  return {
    at: timeAt(raw, 'timestamp'),
    windowSeconds: window === undefined ? undefined : window / 1000,
    cpu: used('cpu'),
    memory: used('memory'),
  };
}

/** Undefined where one of them is: a part is no sum. */
function sum(amounts: Array<number | undefined>): number | undefined {
  return amounts.reduce<number | undefined>(
    (total, one) =>
      total === undefined || one === undefined ? undefined : total + one,
    0,
  );
}

/** Until when a measurement counts as current. */
export function currentUntil(
  { at, windowSeconds = 0 }: Measurement & { at: number },
  { thresholds }: HealthContext,
): number {
  const seconds =
    thresholds.metricsStaleWindows * windowSeconds +
    thresholds.metricsStaleSlackSeconds;
  return at + seconds * 1000;
}

/** `CPU 1.3 of 15.9 cores (8 %), memory 9.3 GiB of 62 GiB (15 %)`; the shares are of what pods may use. */
export function usageText(
  { cpu, memory }: Measurement,
  allocatable: { [resource: string]: unknown } = {},
): string {
  const parts: string[] = [];
  if (cpu !== undefined) {
    parts.push(share('CPU', cpu, parseQuantity(allocatable.cpu), cores));
  }
  if (memory !== undefined) {
    parts.push(
      share('memory', memory, parseQuantity(allocatable.memory), formatBytes),
    );
  }
  return parts.join(', ');
}

function share(
  word: string,
  used: number,
  of: number | undefined,
  write: (amount: number) => string,
): string {
  return of === undefined || of <= 0
    ? `${word} ${write(used)}`
    : `${word} ${write(used)} of ${write(of)} (${Math.round(
        (used / of) * 100,
      )} %)`;
}

function cores(amount: number): string {
  const text = amount >= 10 ? amount.toFixed(0) : amount.toFixed(2);
  return `${text} ${text === '1.00' ? 'core' : 'cores'}`;
}
