import { defineKind, KindDefinition } from '../../definition/kind';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  progressing,
  suspended,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { condition, conditionsAt, said } from '../../reading/conditions';
import { stringAt } from '../../reading/raw';
import {
  CORE,
  CoreFacts,
  coreFacts,
  coreLinks,
  readyEvidence,
} from './core-conditions';

type InstanceFacts = CoreFacts & {
  storeId?: string;
  /** Preparing, Serving, Removing, Removed; only stores have it. */
  state?: string;
  /** Reason of Offlined: Processing, Canceling, Completed, Failed. False is the normal status of it. */
  offlined?: string;
};

const PLURALS = new Map([
  ['TiFlash', 'tiflashes'],
  ['TiProxy', 'tiproxies'],
]);

const STATES = ['Preparing', 'Serving', 'Removing', 'Removed'];

/** An instance of operator 2.x: one pod of a group, and with TiKV and TiFlash its store. */
export function componentInstance(kind: string): KindDefinition {
  return defineKind<InstanceFacts>({
    group: CORE,
    kind,
    plural: PLURALS.get(kind) ?? `${kind.toLowerCase()}s`,
    versions: ['v1alpha1'],
    namespaced: true,
    reads: [
      'metadata.annotations',
      'spec.cluster.name',
      'spec.version',
      'status',
    ],
    // Handing over a store's regions takes as long as the data takes.
    patienceMinutes: 0,
    project: raw => {
      const offlined = condition(conditionsAt(raw), 'Offlined')?.reason;
      return {
        ...coreFacts(raw, kind),
        storeId: stringAt(raw, 'status', 'id'),
        state: stringAt(raw, 'status', 'state'),
        ...(offlined ? { offlined } : {}),
      };
    },
    links: ({ meta, facts }) =>
      // The group stands between the instance and the cluster.
      coreLinks(meta, { ...facts, cluster: undefined }),
    suspended: ({ facts }) =>
      facts.suspended
        ? suspended(
            `${kind}Suspended`,
            'Suspended on purpose: its pod is gone.',
            {
              evidence: [
                {
                  path: 'status.conditions[type=Suspended].reason',
                  value: facts.suspended,
                },
              ],
            },
          )
        : undefined,
    health: (resource, context) => judge(kind, resource, context),
    reasons: [
      {
        code: `${kind}Serving`,
        cause: 'It is ready.',
        evidence: 'status.conditions[type=Ready].status',
        remedy: false,
      },
      {
        code: `${kind}UnderWay`,
        cause: 'It is being started, replaced or taken out.',
        evidence: 'status.state',
        remedy: false,
      },
      {
        code: `${kind}Suspended`,
        cause: 'Switched off on purpose.',
        evidence: 'status.conditions[type=Suspended].status',
        remedy: false,
      },
      {
        code: `${kind}NotReady`,
        cause: 'Its pod or the process in it is not ready.',
        evidence: 'status.conditions[type=Ready].reason',
      },
      {
        code: `${kind}OfflineFailed`,
        cause: 'It could not be taken out of service.',
        evidence: 'status.conditions[type=Offlined].reason',
      },
      {
        code: `${kind}StateUnknown`,
        cause: 'Its status says something that no rule knows.',
        evidence: 'status.state',
        remedy: false,
      },
    ].filter(({ code }) => isStore(kind) || code !== `${kind}OfflineFailed`),
    shows: ['version', 'storeId', 'cluster'],
  });
}

function isStore(kind: string): boolean {
  return kind === 'TiKV' || kind === 'TiFlash';
}

function judge(
  kind: string,
  { facts, meta }: Resource<InstanceFacts>,
  context: HealthContext,
): Verdict {
  const { ready, synced, state, offlined } = facts;
  if (offlined === 'Failed' && isStore(kind)) {
    return degraded(
      `${kind}OfflineFailed`,
      'Taking the store out of service failed.',
      {
        evidence: [
          { path: 'status.conditions[type=Offlined].reason', value: offlined },
        ],
      },
    );
  }
  if (
    state === 'Removing' ||
    state === 'Removed' ||
    offlined === 'Processing' ||
    offlined === 'Completed' ||
    offlined === 'Canceling'
  ) {
    return progressing(
      `${kind}UnderWay`,
      `Being taken out of service: ${state ?? offlined}.`,
      {
        evidence: [
          { path: 'status.state', value: state ?? null },
          {
            path: 'status.conditions[type=Offlined].reason',
            value: offlined ?? null,
          },
        ],
      },
    );
  }
  if (ready?.status === 'False') {
    const young =
      meta.created === undefined
        ? undefined
        : meta.created + context.thresholds.progressMinutes * 60_000;
    return young !== undefined && context.now <= young
      ? progressing(`${kind}UnderWay`, `Being started: ${said(ready)}`, {
          evidence: readyEvidence(ready),
          recheckAt: young + 1,
        })
      : degraded(`${kind}NotReady`, `Not ready: ${said(ready)}`, {
          evidence: readyEvidence(ready),
          since: ready.at,
        });
  }
  if (
    ready?.status !== 'True' ||
    (state !== undefined && !STATES.includes(state))
  ) {
    return unknown(
      `${kind}StateUnknown`,
      `The condition Ready is "${ready?.status ?? 'not told'}", the state "${
        state ?? 'not told'
      }".`,
      {
        evidence: [
          ...readyEvidence(ready),
          { path: 'status.state', value: state ?? null },
        ],
      },
    );
  }
  if (synced?.status === 'False' || state === 'Preparing') {
    return progressing(
      `${kind}UnderWay`,
      synced?.status === 'False'
        ? `Being replaced by its newest definition: ${said(synced)}`
        : 'The store is being prepared.',
      {
        evidence: [
          {
            path: 'status.conditions[type=Synced].reason',
            value: synced?.reason ?? null,
          },
        ],
      },
    );
  }
  return healthy(
    `${kind}Serving`,
    facts.storeId ? `Ready, with id ${facts.storeId}.` : 'Ready.',
  );
}
