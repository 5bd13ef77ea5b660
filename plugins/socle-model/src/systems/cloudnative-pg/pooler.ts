import { defineKind } from '../../definition/kind';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import { booleanAt, numberAt, stringAt } from '../../reading/raw';
import { quotedAt } from '../../reading/wording';
import { CNPG, GROUP, inCnpg, neverReported, secretLinks } from './api';
import { judgePaused, judgePooler } from './pooler-health';

export type PoolerFacts = {
  cluster?: string;
  type?: string;
  wanted?: number;
  paused?: true;
  instances?: number;
  phase?: string;
  phaseReason?: string;
  error?: string;
  secrets?: string[];
  trackingId?: string;
};

/** PgBouncer in front of a cluster. */
export const pooler = defineKind<PoolerFacts>({
  ...CNPG,
  kind: 'Pooler',
  plural: 'poolers',
  title: 'Connection pools',
  project: raw => {
    const secrets = [
      stringAt(raw, 'spec', 'pgbouncer', 'authQuerySecret', 'name'),
      stringAt(raw, 'status', 'secrets', 'serverCA', 'name'),
      stringAt(raw, 'status', 'secrets', 'serverTLS', 'name'),
      stringAt(raw, 'status', 'secrets', 'clientCA', 'name'),
    ].filter((name): name is string => name !== undefined);
    return {
      cluster: stringAt(raw, 'spec', 'cluster', 'name'),
      type: stringAt(raw, 'spec', 'type'),
      wanted: numberAt(raw, 'spec', 'instances'),
      ...(booleanAt(raw, 'spec', 'pgbouncer', 'paused')
        ? { paused: true }
        : {}),
      instances: numberAt(raw, 'status', 'instances'),
      phase: stringAt(raw, 'status', 'phase'),
      phaseReason: quotedAt(raw, 'status', 'phaseReason'),
      error: quotedAt(raw, 'status', 'error'),
      ...(secrets.length > 0 ? { secrets } : {}),
      trackingId: trackingIdOf(raw, GROUP, 'Pooler'),
    };
  },
  links: of => [
    ...inCnpg('poolFor', of, 'Cluster', of.facts.cluster, 'target'),
    ...secretLinks(of.meta, of.facts.secrets ?? [], 'target'),
    ...managedBy(of.facts.trackingId),
  ],
  suspended: ({ facts, meta }) =>
    neverReported(meta) ? judgePaused(facts) : undefined,
  health: judgePooler,
  reasons: [
    {
      code: 'CnpgPoolerActive',
      cause: 'The pool takes connections.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CnpgPoolerStarting',
      cause: 'The pool waits for what it needs.',
      evidence: 'status.phaseReason',
      remedy: false,
    },
    {
      code: 'CnpgPoolerNotTold',
      cause: 'Nothing says whether the pool takes connections.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CnpgPoolerPaused',
      cause: 'The pool is paused: clients wait.',
      evidence: 'spec.pgbouncer.paused',
    },
    {
      code: 'CnpgPoolerInactive',
      cause: 'The pool lacks its cluster, a Secret or a certificate.',
      evidence: 'status.phaseReason',
    },
    {
      code: 'CnpgPoolerFailed',
      cause: 'The pool failed.',
      evidence: 'status.error',
    },
    {
      code: 'CnpgPoolerInstancesMissing',
      cause: 'The Deployment of the pool is not as wanted.',
      evidence: 'health of the Deployment',
    },
  ],
  shows: ['type'],
});
