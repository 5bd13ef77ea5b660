/** One measured thing, ours beside a peer's; `ratio` is how many times the peer's it takes of ours. */
export interface Figure {
  bench: string;
  figure: string;
  unit: string;
  socle: number;
  peer: number;
  ratio: number;
}

/** Prints a figure as one line of JSON. */
export function print(figure: Omit<Figure, 'ratio'>): void {
  const rounded: Figure = {
    ...figure,
    socle: round(figure.socle),
    peer: round(figure.peer),
    ratio: round(figure.peer / figure.socle),
  };
  process.stdout.write(`${JSON.stringify(rounded)}\n`);
}

/** The middle one: one run that was disturbed does not move it. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
