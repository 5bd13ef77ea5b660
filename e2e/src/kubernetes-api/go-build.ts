import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** A cold build on two cores takes some minutes; a machine that needs longer goes without. */
const BUILD_MILLIS = 20 * 60_000;

/** Where what was built once stays. */
export function cacheFolder(name: string): string {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return join(cache, 'socle', name);
}

export function hasGo(): boolean {
  return spawnSync('go', ['version']).status === 0;
}

/** The version that a go.mod requires of a module. */
export function requiredVersion(
  source: string,
  module: string,
): string | undefined {
  const row = readFileSync(join(source, 'go.mod'), 'utf8')
    .split('\n')
    .map(line => line.trim().split(' '))
    .find(([name, version]) => name === module && version);
  return row?.[1];
}

/** Builds a program from the modules of a folder, in full or not at all. */
export function buildWithGo(
  source: string,
  program: string,
  binary: string,
  linkerFlags = '-s -w',
): boolean {
  mkdirSync(dirname(binary), { recursive: true });
  const part = `${binary}.${process.pid}`;
  const { status } = spawnSync(
    'go',
    ['build', '-trimpath', '-ldflags', linkerFlags, '-o', part, program],
    {
      cwd: source,
      env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' },
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: BUILD_MILLIS,
    },
  );
  if (status === 0) {
    renameSync(part, binary);
  }
  return status === 0;
}
