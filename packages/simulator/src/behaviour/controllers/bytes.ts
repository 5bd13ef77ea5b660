const UNITS: Record<string, number> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** The bytes of a quantity such as `10Gi`; a gibibyte where it is none. */
export function parseBytes(quantity: string): number {
  const [, number, unit] = /^([\d.]+)([A-Za-z]*)$/.exec(quantity) ?? [];
  const bytes = Number(number) * (UNITS[unit ?? ''] ?? NaN);
  return Number.isFinite(bytes) ? Math.round(bytes) : 2 ** 30;
}
