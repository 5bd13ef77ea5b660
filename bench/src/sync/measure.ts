/** What a client process is told to do. */
export interface Task {
  url: string;
  token: string;
  pods: number;
  /** How many changes to follow after the first sync; 0 for a server on which nothing changes. */
  events: number;
}

/** What was measured. */
export interface Measured {
  cpuMillis: number;
  wallMillis: number;
  peakMegabytes: number;
  keptBytesPerPod: number;
  cpuMicrosPerEvent: number;
}

/** User and system time since an earlier reading, in microseconds. */
export function cpuSince(before?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** What is on the heap when all that is not needed is gone. */
export async function heapAfterCollection(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return process.memoryUsage().heapUsed;
}

export function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}

/** A reader that is measured. */
export interface MeasuredReader {
  /** Reads everything once and goes on to follow. */
  start(): Promise<void>;
  /** How many pods are known. */
  count(): number;
  /** Resolves when so many events were seen since the call. */
  followed(events: number): Promise<void>;
}

/** Measures one reader. */
export async function measure(
  task: Task,
  make: (task: Task) => Promise<MeasuredReader>,
): Promise<Measured> {
  const reader = await make(task);
  const heap = await heapAfterCollection();
  const began = performance.now();
  const cpu = process.cpuUsage();
  await reader.start();
  const synced = {
    cpuMillis: cpuSince(cpu) / 1_000,
    wallMillis: performance.now() - began,
  };
  if (reader.count() !== task.pods) {
    throw new Error(`${reader.count()} pods were read, not ${task.pods}`);
  }
  const kept = (await heapAfterCollection()) - heap;
  return {
    ...synced,
    peakMegabytes: peakMegabytes(),
    keptBytesPerPod: kept / task.pods,
    cpuMicrosPerEvent: task.events > 0 ? await perEvent(reader, task) : 0,
  };
}

async function perEvent(
  reader: MeasuredReader,
  { events }: Task,
): Promise<number> {
  // The first events find code that is not compiled yet; a reader follows for weeks.
  await reader.followed(events);
  const cpu = process.cpuUsage();
  await reader.followed(events);
  return cpuSince(cpu) / events;
}
