import { defineKind } from '../../definition/kind';
import { endpointKey } from '../../definition/probe';
import { cut, withoutCredentials } from '../../reading/conditions';
import {
  booleanAt,
  isObject,
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
  valueAt,
} from '../../reading/raw';
import { judgeHarbor } from './harbor-health';
import { HARBOR } from './harbor-object';

/** A part of Harbor that is not well, or of which that is not told. */
export type UnwellPart = { name: string; status: string; error?: string };

export type HarborFacts = {
  endpoints: string[];
  /** The status code of an answer that was none. */
  refused?: number;
  /** What answered does not speak Harbor's API. */
  notUnderstood: boolean;
  healthTold: boolean;
  status?: string;
  /** How many parts there are; absent where they were not told. */
  parts?: number;
  unwell: UnwellPart[];
  readOnly?: boolean;
  version?: string;
  authMode?: string;
  /** Artifacts whose scan went wrong in the last scan of everything. */
  scansFailed?: number;
  criticalFindings?: number;
  highFindings?: number;
  artifacts?: number;
  scannedArtifacts?: number;
  projects?: number;
  repositories?: number;
  storedBytes?: number;
  volumeTotal?: number;
  volumeFree?: number;
};

export const harborInstance = defineKind<HarborFacts>({
  ...HARBOR,
  kind: 'Harbor',
  plural: 'harbors',
  project,
  provides: ({ facts }) => facts.endpoints.map(endpointKey),
  health: judgeHarbor,
  reasons: [
    {
      code: 'HarborHealthy',
      cause: 'All parts of Harbor are well.',
      evidence: 'status.health.components[].status',
      remedy: false,
    },
    {
      code: 'HarborHealthNotTold',
      cause: 'No answer says how Harbor is.',
      evidence: 'status.health',
      remedy: false,
    },
    {
      code: 'HarborCredentialRefused',
      cause: 'Harbor does not accept the account that asks.',
      evidence: 'status.refused',
    },
    {
      code: 'HarborNotAnswering',
      cause: 'What answers is not Harbor, or not able to.',
      evidence: 'status.refused',
    },
    {
      code: 'HarborHealthUnclear',
      cause: 'The health answer says something that no rule knows.',
      evidence: 'status.health.status',
    },
    {
      code: 'HarborPartFailed',
      cause: 'A part without which nothing is pulled or pushed is not well.',
      evidence: 'status.health.components[].status',
    },
    {
      code: 'HarborPartUnwell',
      cause: 'A part beside pull and push is not well.',
      evidence: 'status.health.components[].error',
    },
    {
      code: 'HarborReadOnly',
      cause: 'Harbor is in read-only mode.',
      evidence: 'status.readOnly',
    },
  ],
  shows: [
    'version',
    'authMode',
    'criticalFindings',
    'highFindings',
    'artifacts',
    'scannedArtifacts',
    'projects',
    'repositories',
    'storedBytes',
  ],
});

function project(raw: RawObject): HarborFacts {
  const status = objectAt(raw, 'status');
  const health = valueAt(status, 'health');
  const listed = Array.isArray(valueAt(health, 'components'));
  const parts = objectsAt(health, 'components');
  return {
    endpoints: stringsAt(raw, 'spec', 'endpoints'),
    refused: numberAt(status, 'refused'),
    notUnderstood: booleanAt(status, 'notUnderstood') === true,
    healthTold: isObject(health),
    status: stringAt(health, 'status'),
    parts: listed ? parts.length : undefined,
    unwell: parts.flatMap(part => {
      const said = stringAt(part, 'status');
      const error = stringAt(part, 'error');
      return said === 'healthy'
        ? []
        : [
            {
              name: stringAt(part, 'name') ?? 'without a name',
              status: said ?? '',
              ...(error ? { error: cut(withoutCredentials(error), 200) } : {}),
            },
          ];
    }),
    readOnly: booleanAt(status, 'readOnly'),
    version: stringAt(status, 'version'),
    authMode: stringAt(status, 'authMode'),
    scansFailed: numberAt(status, 'scanAll', 'failed'),
    criticalFindings: numberAt(status, 'security', 'critical'),
    highFindings: numberAt(status, 'security', 'high'),
    artifacts: numberAt(status, 'security', 'artifacts'),
    scannedArtifacts: numberAt(status, 'security', 'scanned'),
    projects: numberAt(status, 'statistics', 'projects'),
    repositories: numberAt(status, 'statistics', 'repositories'),
    storedBytes: numberAt(status, 'statistics', 'bytes'),
    volumeTotal: numberAt(status, 'volume', 'total'),
    volumeFree: numberAt(status, 'volume', 'free'),
  };
}
