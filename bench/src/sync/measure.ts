/** What a client process is told to do. */
export interface Task {
  url: string;
  token: string;
  pods: number;
  events: number;
}

/** After everything was read once. */
export interface Synced {
  cpuMillis: number;
  wallMillis: number;
  peakMegabytes: number;
  keptBytesPerPod: number;
}

/** After the events were followed. */
export interface Followed {
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
  /** Resolves when so many events were seen since the last call of `start` or `followed`. */
  followed(events: number): Promise<void>;
}

/** Measures one reader, step by step as the parent process asks. */
export async function measure(
  task: Task,
  make: (task: Task) => Promise<MeasuredReader>,
  tell: (message: Synced | Followed) => void,
): Promise<void> {
  const reader = await make(task);
  const heap = await heapAfterCollection();
  const began = performance.now();
  const cpu = process.cpuUsage();
  await reader.start();
  const cpuMillis = cpuSince(cpu) / 1_000;
  const wallMillis = performance.now() - began;
  if (reader.count() !== task.pods) {
    throw new Error(`${reader.count()} pods were read, not ${task.pods}`);
  }
  const kept = (await heapAfterCollection()) - heap;
  const followed = reader.followed(task.events);
  const cpuBefore = process.cpuUsage();
  tell({
    cpuMillis,
    wallMillis,
    peakMegabytes: peakMegabytes(),
    keptBytesPerPod: kept / task.pods,
  });
  await followed;
  tell({ cpuMicrosPerEvent: cpuSince(cpuBefore) / task.events });
}
