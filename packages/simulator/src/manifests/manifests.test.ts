import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readClusterFolder } from './cluster-folder';
import { readManifests } from './read-manifests';
import { parseDuration, replaceTimes } from './times';

const now = Date.parse('2026-03-04T05:06:07.890Z');

it.each([
  ['${now}', '2026-03-04T05:06:07Z'],
  [
    'a: ${now-5m} # ${now+1d}',
    'a: 2026-03-04T05:01:07Z # 2026-03-05T05:06:07Z',
  ],
  ['${now-1h30m}', '2026-03-04T03:36:07Z'],
  ['${nowMicro-1s}', '2026-03-04T05:06:06.890000Z'],
  ['${nowUnix}', '1772600767'],
  ['${nowGo}', '2026-03-04 05:06:07 +0000 UTC'],
  ['${NAME} $(now) ${nobody}', '${NAME} $(now) ${nobody}'],
])('replaces %s', (text, expected) =>
  expect(replaceTimes(text, now)).toBe(expected),
);

it('refuses a time that it cannot read', () => {
  expect(() => replaceTimes('${now-5x}', now)).toThrow('is not a time');
});

it.each([
  ['90s', 90_000],
  ['1h30m', 5_400_000],
  ['500ms', 500],
  [2, 2000],
  ['2', 2000],
  ['soon', undefined],
  ['', undefined],
])('reads the duration %s', (text, expected) =>
  expect(parseDuration(text)).toBe(expected),
);

it('reads documents, lists and timestamps as text', () => {
  const text = `
apiVersion: v1
kind: ConfigMap
metadata: { name: a, creationTimestamp: 2026-01-01T00:00:00Z }
---
apiVersion: v1
kind: PodList
items: [{ metadata: { name: p } }]
---
apiVersion: v1
kind: List
items: [{ apiVersion: v1, kind: Node, metadata: { name: n } }]
---
`;
  expect(readManifests(text, 'f.yaml', now)).toEqual([
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'a', creationTimestamp: '2026-01-01T00:00:00Z' },
    },
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' } },
    { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n' } },
  ]);
});

it('leaves out what a system beside the cluster answered', () => {
  const text = `
request: GET /v2/GetClusterHealth
httpStatus: 200
body: { status: healthy }
---
apiVersion: v1
kind: Pod
metadata: { name: p }
`;
  expect(readManifests(text, 'f.yaml', now)).toHaveLength(1);
});

it.each([
  ['a: [', 'f.yaml'],
  ['kind: ConfigMap', 'f.yaml, document 0 has no apiVersion or no kind'],
  [
    'apiVersion: v1\nkind: Pod\nmetadata: {}',
    'f.yaml, document 0 (Pod) has no metadata.name',
  ],
  ['- 1', 'f.yaml, document 0 is not an object'],
])('names the place of %j', (text, message) => {
  expect(() => readManifests(text, 'f.yaml', now)).toThrow(message);
});

it('reads a cluster folder at any depth', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cluster-'));
  try {
    mkdirSync(join(folder, 'deep'));
    writeFileSync(
      join(folder, 'cluster.yaml'),
      'title: Lab\nversion: v1.33.0\n',
    );
    writeFileSync(join(folder, 'scenario.yaml'), 'steps: []\n');
    writeFileSync(
      join(folder, 'deep', 'a.yaml'),
      'apiVersion: v1\nkind: Node\nmetadata: {name: n}\n',
    );
    mkdirSync(join(folder, 'systems'));
    writeFileSync(
      join(folder, 'systems', 'vault.yaml'),
      'request: GET /v1/sys/health\nhttpStatus: 503\nbody: { at: "${now}" }\n',
    );
    writeFileSync(join(folder, 'notes.txt'), 'not a manifest');
    expect(readClusterFolder(folder, now)).toEqual({
      title: 'Lab',
      version: 'v1.33.0',
      scenario: { steps: [] },
      systems: [
        {
          system: 'vault',
          answer: {
            request: 'GET /v1/sys/health',
            httpStatus: 503,
            body: { at: '2026-03-04T05:06:07Z' },
          },
        },
      ],
      objects: [{ apiVersion: 'v1', kind: 'Node', metadata: { name: 'n' } }],
    });
    expect(() => readClusterFolder(join(folder, 'none'), now)).toThrow(
      'is not a folder',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
