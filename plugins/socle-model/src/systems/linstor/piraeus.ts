import { defineKind, KindDefinition } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import {
  degraded,
  failed,
  healthy,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { Condition, conditionsAt, cut, said } from '../../reading/conditions';

export type PiraeusFacts = {
  conditions: Condition[];
  /** The mark of the Application, Kustomization or HelmRelease that it comes from. */
  trackingId?: string;
};

/** All are good when True. Only what is not available does not do its job. */
const TYPES = ['Available', 'Applied', 'Configured'];

const PIRAEUS = { group: 'piraeus.io', versions: ['v1'], namespaced: false };

function kind(name: string, plural: string, ofNode: boolean): KindDefinition {
  const prefix = name;
  return defineKind<PiraeusFacts>({
    ...PIRAEUS,
    kind: name,
    plural,
    project: raw => ({
      conditions: conditionsAt(raw).filter(({ type }) => TYPES.includes(type)),
      trackingId: trackingIdOf(raw, PIRAEUS.group, name),
    }),
    links: ({ meta, facts }) => [
      ...managedBy(facts.trackingId),
      ...(ofNode
        ? [
            linkTo(
              'runsOn',
              { group: '', kind: 'Node', name: meta.name },
              'target',
            ),
          ]
        : []),
    ],
    health: of => judgeConditions(of, prefix),
    reasons: [
      {
        code: `${prefix}Ready`,
        cause: 'All that the operator checks is as it should be.',
        evidence: 'status.conditions',
        remedy: false,
      },
      {
        code: `${prefix}NotAvailable`,
        cause: 'It does not answer.',
        evidence: 'status.conditions[type=Available]',
      },
      {
        code: `${prefix}NotApplied`,
        cause: 'The operator could not bring it to what is asked for.',
        evidence: 'status.conditions[type=Applied]',
      },
      {
        code: `${prefix}NotObserved`,
        cause: 'The operator has not found out how it is.',
        evidence: 'status.conditions',
        remedy: false,
      },
    ],
  });
}

function judgeConditions(
  { facts }: Resource<PiraeusFacts>,
  prefix: string,
): Verdict {
  const of = (status: string) =>
    facts.conditions.filter(
      one =>
        one.status === status &&
        !['NotObserved', 'Unknown'].includes(one.reason ?? ''),
    );
  const bad = of('False');
  const down = bad.find(({ type }) => type === 'Available');
  if (down) {
    return failed(`${prefix}NotAvailable`, `${words(down)}.`, {
      evidence: [evidenceOf(down)],
      since: down.at,
    });
  }
  if (bad.length > 0) {
    return degraded(`${prefix}NotApplied`, `${bad.map(words).join('; ')}.`, {
      evidence: bad.map(evidenceOf),
    });
  }
  const unclear = facts.conditions.filter(one => !of('True').includes(one));
  if (unclear.length > 0 || facts.conditions.length === 0) {
    return unknown(
      `${prefix}NotObserved`,
      unclear.length > 0
        ? `Not observed: ${unclear.map(words).join('; ')}.`
        : 'The operator has told nothing.',
      {
        evidence:
          unclear.length > 0
            ? unclear.map(evidenceOf)
            : [{ path: 'status.conditions', value: null }],
      },
    );
  }
  return healthy(
    `${prefix}Ready`,
    `${facts.conditions.map(({ type }) => type).join(', ')}.`,
  );
}

function words(of: Condition): string {
  const text = cut(said(of).replace(/\s+/g, ' ').trim(), 200);
  return `${of.type}: ${text.replace(/[.:,;!\s]+$/, '')}`;
}

function evidenceOf({ type, status, reason }: Condition) {
  return {
    path: `status.conditions[type=${type}].status`,
    value: [status, reason].filter(Boolean).join(': '),
  };
}

/** What the Piraeus operator sets up. */
export const piraeusKinds: KindDefinition[] = [
  kind('LinstorCluster', 'linstorclusters', false),
  kind('LinstorSatellite', 'linstorsatellites', true),
  kind(
    'LinstorSatelliteConfiguration',
    'linstorsatelliteconfigurations',
    false,
  ),
  kind('LinstorNodeConnection', 'linstornodeconnections', false),
];
