import { JsonValue } from '@socle/backstage-plugin-socle-common';
import {
  argoSources,
  driftOf,
  fluxSource,
  lastOperation,
  shortRevision,
} from './delivery-facts';

const SHA = '0123456789abcdef0123456789abcdef01234567';

it.each([
  [SHA, '0123456'],
  [`main@sha1:${SHA}`, 'main@sha1:0123456'],
  [`1.4.2, ${SHA}`, '1.4.2, 0123456'],
  ['v2.0.0-rc.1', 'v2.0.0-rc.1'],
  ['main', 'main'],
  ['deadbee', 'deadbee'],
])('%s is shown as %s', (revision, shown) => {
  expect(shortRevision(revision)).toBe(shown);
});

it.each<[JsonValue, string[]]>([
  [
    [
      {
        repoURL: 'https://charts.example',
        chart: 'kiosk',
        targetRevision: '1.2',
      },
    ],
    ['https://charts.example kiosk @ 1.2'],
  ],
  [
    [{ repoURL: 'https://git.example/a', path: 'kiosk' }, { ref: 'values' }],
    ['https://git.example/a kiosk'],
  ],
  [[7, null, { repoURL: {} }], []],
  ['https://git.example/a', []],
  [undefined, []],
])('the sources of %j', (sources, texts) => {
  expect(argoSources({ sources })).toEqual(texts);
});

it.each<[JsonValue, string | undefined]>([
  [
    [
      { rel: 'dependsOn', kind: 'Kustomization', name: 'base' },
      { rel: 'source', kind: 'GitRepository', name: 'estate' },
    ],
    'GitRepository estate',
  ],
  [
    [
      { rel: 'source', kind: 'HelmChart', namespace: 'flux', name: 'x-kiosk' },
      { rel: 'source', kind: 'HelmRepository', namespace: 'flux', name: 'all' },
    ],
    'HelmRepository flux/all',
  ],
  [
    [{ rel: 'source', kind: 'HelmChart', namespace: 'flux', name: 'x-kiosk' }],
    'HelmChart flux/x-kiosk',
  ],
  [[{ rel: 'source', name: 4 }], undefined],
  [undefined, undefined],
])('the source among %j', (references, text) => {
  expect(fluxSource({ references })).toBe(text);
});

it.each([
  [
    { outOfSync: 2, resourcesCount: 9 },
    { differing: 2, of: 9 },
  ],
  [{ outOfSync: 2 }, { differing: 2, of: undefined }],
  [{ outOfSync: 0, resourcesCount: 9 }, undefined],
  [{}, undefined],
])('the drift of %j', (facts, drift) => {
  expect(driftOf(facts)).toEqual(drift);
});

it.each([
  [
    { phase: 'Succeeded', operationStarted: 1, operationFinished: 5 },
    { phase: 'Succeeded', at: 5 },
  ],
  [
    { phase: 'Running', operationStarted: 1 },
    { phase: 'Running', at: 1 },
  ],
  [{ phase: 'Failed' }, { phase: 'Failed', at: undefined }],
  [{ operationStarted: 1 }, undefined],
])('the last operation of %j', (facts, operation) => {
  expect(lastOperation(facts)).toEqual(operation);
});
