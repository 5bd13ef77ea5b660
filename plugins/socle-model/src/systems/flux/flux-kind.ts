import {
  defineKind,
  KindDefinition,
  ReasonDefinition,
} from '../../definition/kind';
import { Link } from '../../definition/link';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import { suspended, Verdict } from '../../judging/verdict';
import { Condition, condition, conditionsAt } from '../../reading/conditions';
import {
  annotationAt,
  booleanAt,
  RawObject,
  stringAt,
} from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { judgeFlux } from './flux-health';
import { FluxReference, referenceLink } from './references';

/** What all kinds of Flux have in common: the conditions of kstatus, an interval, a switch. */
export type FluxFacts = {
  suspend?: true;
  /** As written: `10m`. */
  interval?: string;
  ready?: Condition;
  reconciling?: Condition;
  stalled?: Condition;
  /** What it has brought last: a revision, a chart's version, an image. */
  revision?: string;
  /** When it was last at work, where its status says so. */
  lastRun?: number;
  /** Somebody asked for a run (annotation `requestedAt`) that has not been taken up. */
  requested?: true;
  url?: string;
  /** What it needs, by role. */
  references?: FluxReference[];
  trackingId?: string;
};

export interface FluxKind {
  group: string;
  kind: string;
  plural: string;
  versions: readonly string[];
  /** Paths below spec and status, beside those that all kinds have. */
  reads: readonly string[];
  revision(raw: RawObject): string | undefined;
  lastRun?: readonly string[];
  url?(raw: RawObject): string | undefined;
  references(raw: RawObject): FluxReference[];
  links?(facts: FluxFacts): Link[];
  /** A verdict for what has no conditions by design. */
  static?(raw: { facts: FluxFacts }): Verdict | undefined;
  reasons?: readonly ReasonDefinition[];
}

/** One of Flux's kinds: they all speak the same language, and differ in what they refer to and have brought. */
export function fluxKind(of: FluxKind): KindDefinition {
  const code = (word: string) => `Flux${of.kind}${word}`;
  return defineKind<FluxFacts>({
    group: of.group,
    kind: of.kind,
    plural: of.plural,
    versions: of.versions,
    namespaced: true,
    reads: [
      'metadata.annotations',
      'metadata.labels',
      'spec.suspend',
      'spec.interval',
      'status.conditions',
      'status.lastHandledReconcileAt',
      ...of.reads,
    ],
    project: raw => project(of, raw),
    links: ({ facts, meta }) => [
      ...(facts.references ?? []).map(one =>
        referenceLink(one, meta.namespace),
      ),
      ...managedBy(facts.trackingId),
    ],
    suspended: ({ facts, meta }) =>
      facts.suspend && (meta.hasStatus || meta.origin === 'live')
        ? suspended(
            code('Suspended'),
            `Suspended${
              facts.revision ? ` at ${facts.revision}` : ''
            }: nothing is brought up to date.`,
            { evidence: [{ path: 'spec.suspend', value: true }] },
          )
        : of.static?.({ facts }),
    health: (resource, context) =>
      judgeFlux(
        { code, lastRunPath: ['status', ...(of.lastRun ?? [])].join('.') },
        resource,
        context,
      ),
    reasons: [
      ...reasonsOf(code, of.lastRun !== undefined || appliesSource(of)),
      ...(of.reasons ?? []),
    ],
    shows: ['revision', 'url', 'interval'],
  });
}

/** Kinds that go on with an old artifact when their source fails. */
function appliesSource({ kind }: FluxKind): boolean {
  return kind === 'Kustomization' || kind === 'HelmRelease';
}

function project(of: FluxKind, raw: RawObject): FluxFacts {
  const conditions = conditionsAt(raw);
  const requestedAt = annotationAt(raw, 'reconcile.fluxcd.io/requestedAt');
  const references = of.references(raw);
  const facts: FluxFacts = {
    suspend: booleanAt(raw, 'spec', 'suspend') ? true : undefined,
    interval: stringAt(raw, 'spec', 'interval'),
    ready: condition(conditions, 'Ready'),
    reconciling: condition(conditions, 'Reconciling'),
    stalled: condition(conditions, 'Stalled'),
    revision: of.revision(raw),
    lastRun: of.lastRun ? timeAt(raw, 'status', ...of.lastRun) : undefined,
    requested:
      requestedAt !== undefined &&
      requestedAt !== stringAt(raw, 'status', 'lastHandledReconcileAt')
        ? true
        : undefined,
    url: of.url?.(raw),
    references: references.length > 0 ? references : undefined,
    trackingId: trackingIdOf(raw, of.group, of.kind),
  };
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as FluxFacts;
}

function reasonsOf(
  code: (word: string) => string,
  ages: boolean,
): ReasonDefinition[] {
  const READY = 'status.conditions[type=Ready].status';
  return [
    {
      code: code('Ready'),
      cause: 'It has done what its definition asks for.',
      evidence: READY,
      remedy: false,
    },
    {
      code: code('Reconciling'),
      cause: 'Its controller is at work on it.',
      evidence: 'status.conditions[type=Reconciling].status',
      remedy: false,
    },
    {
      code: code('Pending'),
      cause: 'Its controller has not come to it yet.',
      evidence: READY,
      remedy: false,
    },
    {
      code: code('Suspended'),
      cause: 'It is switched off on purpose.',
      evidence: 'spec.suspend',
      remedy: false,
    },
    {
      code: code('Failed'),
      cause: 'Its controller cannot do what its definition asks for.',
      evidence: 'status.conditions[type=Ready].message',
    },
    {
      code: code('Unrecognised'),
      cause: 'Its conditions say something that no rule knows.',
      evidence: READY,
      remedy: false,
    },
    ...(ages
      ? [
          {
            code: code('Stale'),
            cause: 'It works with what is old: nothing new reaches it.',
            evidence: 'the source, or the time of the last run',
          },
        ]
      : []),
  ];
}
