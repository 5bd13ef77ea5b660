import { valueAt } from './raw';

const SUFFIX: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/**
 * The number of a Kubernetes quantity (`10Gi`, `1500M`, `250m`, `128974848e3`, a plain number); undefined where it
 * is none.
 * @public
 */
export function parseQuantity(value: unknown): number | undefined {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : undefined;
  }
  if (typeof value !== 'string') {
    return undefined;
  }
  const match =
    /^([+-]?(?:\d+\.?\d*|\.\d+))(?:[eE]([+-]?\d{1,3})|(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?)$/.exec(
      value.trim(),
    );
  if (!match) {
    return undefined;
  }
  const [, digits, exponent, suffix] = match;
  return (
    Number(digits) *
    (exponent !== undefined ? 10 ** Number(exponent) : SUFFIX[suffix ?? ''])
  );
}

/** @public {@link parseQuantity} of the value at a path. */
export function quantityAt(
  from: unknown,
  ...path: string[]
): number | undefined {
  return parseQuantity(valueAt(from, ...path));
}

/** @public Bytes for a sentence: `10 GiB`, `9.3 GiB`, `512 MiB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];
  let value = bytes;
  let unit = 0;
  while (Math.abs(value) >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${
    Math.abs(value) >= 100 || Number.isInteger(value)
      ? Math.round(value)
      : value.toFixed(1)
  } ${units[unit]}`;
}
