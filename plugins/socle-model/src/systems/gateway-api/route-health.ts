import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import { Condition, condition } from '../../reading/conditions';
import { formatTime } from '../../reading/times';
import { inWords } from './conditions';
import { judgeBackends } from './route-backends';
import type { ParentRef, RouteFacts } from './route';

const MINUTE = 60_000;

type Answer = RouteFacts['answers'][number];

export function judgeRoute(
  kind: string,
  route: Resource<RouteFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = route;
  const current = facts.answers.filter(({ told }) => !told.stale);
  if (current.length === 0) {
    return judgeUnanswered(kind, route, context);
  }
  return (
    judgeAcceptance(kind, current) ??
    judgeReferences(kind, current) ??
    judgeSilence(kind, route, current) ??
    judgeBackends(kind, route, context) ??
    judgePending(kind, current) ??
    healthy(
      `${kind}Attached`,
      `${facts.hostnames?.join(', ') ?? 'Every host'} through ${current
        .map(({ parent }) => nameOf(parent))
        .join(', ')}.`,
    )
  );
}

function judgeUnanswered(
  kind: string,
  { facts, meta }: Resource<RouteFacts>,
  { now, thresholds }: HealthContext,
): Verdict {
  const evidence = [{ path: 'status.parents', value: facts.answers.length }];
  // Old answers tell that a controller lives; since when they are old, nobody says.
  if (facts.answers.length > 0) {
    return progressing(
      `${kind}Pending`,
      'No controller has read its newest definition yet.',
      { evidence },
    );
  }
  const due =
    meta.created === undefined
      ? undefined
      : meta.created + thresholds.progressMinutes * MINUTE;
  return due !== undefined && now > due
    ? degraded(
        `${kind}NotAnswered`,
        `No controller has taken it up since ${formatTime(
          meta.created!,
        )}: its parent is missing or named wrongly, or the controller is down.`,
        { evidence, since: meta.created },
      )
    : progressing(`${kind}NotAnswered`, 'No controller has taken it up yet.', {
        evidence,
        ...(due === undefined ? {} : { recheckAt: due + 1 }),
      });
}

function judgeAcceptance(
  kind: string,
  current: readonly Answer[],
): Verdict | undefined {
  const refused = withStatus(current, 'Accepted', 'False');
  if (refused.length === 0) {
    return undefined;
  }
  const detail = {
    evidence: refused.flatMap(evidenceOf),
    since: refused[0].found.at,
  };
  const why = refused.map(inAnswer).join(' ');
  return refused.length === current.length
    ? failed(`${kind}NotAccepted`, why, detail)
    : degraded(
        `${kind}PartlyAccepted`,
        `${refused.length} of ${current.length} gateways do not take it. ${why}`,
        detail,
      );
}

function judgeReferences(
  kind: string,
  current: readonly Answer[],
): Verdict | undefined {
  const unresolved = withStatus(current, 'ResolvedRefs', 'False');
  if (unresolved.length > 0) {
    return degraded(
      `${kind}RefsUnresolved`,
      unresolved.map(inAnswer).join(' '),
      {
        evidence: unresolved.flatMap(evidenceOf),
        since: unresolved[0].found.at,
      },
    );
  }
  const dropped = withStatus(current, 'PartiallyInvalid', 'True');
  return dropped.length > 0
    ? degraded(
        `${kind}PartiallyInvalid`,
        `Some of its rules were dropped: ${dropped.map(inAnswer).join(' ')}`,
        { evidence: dropped.flatMap(evidenceOf), since: dropped[0].found.at },
      )
    : undefined;
}

/** A parent that has not answered while others have. */
function judgeSilence(
  kind: string,
  { facts, meta }: Resource<RouteFacts>,
  current: readonly Answer[],
): Verdict | undefined {
  const place = (ref: ParentRef) =>
    [
      ref.kind,
      ref.namespace ?? meta.namespace,
      ref.name,
      ref.section,
      ref.port,
    ].join('/');
  const answered = new Set(
    [...current, ...facts.answers].map(({ parent }) => place(parent)),
  );
  const silent = facts.parents.find(parent => !answered.has(place(parent)));
  return silent
    ? degraded(
        `${kind}ParentSilent`,
        `${nameOf(silent)} has not answered, ${current.length} of ${
          facts.parents.length
        } parents have.`,
        { evidence: [{ path: 'spec.parentRefs', value: silent }] },
      )
    : undefined;
}

function judgePending(
  kind: string,
  current: readonly Answer[],
): Verdict | undefined {
  const waiting = current.flatMap(({ parent, told }) =>
    [
      ['Accepted', true] as const,
      ['ResolvedRefs', false] as const,
      ['Programmed', false] as const,
    ].flatMap(([type, needed]) => {
      const found = condition(told.conditions, type);
      const waits = found ? found.status !== 'True' : needed;
      return waits ? [{ parent, type, found }] : [];
    }),
  );
  if (waiting.length === 0) {
    return undefined;
  }
  const [{ parent, type, found }] = waiting;
  return progressing(
    `${kind}Pending`,
    found
      ? `${nameOf(parent)} is setting it up: ${inWords(found)}`
      : `${nameOf(parent)} has not said whether it takes it.`,
    {
      evidence: [
        {
          path: `status.parents[].conditions[type=${type}].status`,
          value: found?.status ?? null,
        },
      ],
    },
  );
}

type Found = { parent: ParentRef; found: Condition };

function withStatus(
  answers: readonly Answer[],
  type: string,
  status: string,
): Found[] {
  return answers.flatMap(({ parent, told }) => {
    const found = condition(told.conditions, type);
    return found?.status === status ? [{ parent, found }] : [];
  });
}

function inAnswer({ parent, found }: Found): string {
  return `${nameOf(parent)}: ${inWords(found)}`;
}

function evidenceOf({ found }: Found): VerdictEvidence[] {
  const path = `status.parents[].conditions[type=${found.type}]`;
  return [
    { path: `${path}.status`, value: found.status },
    { path: `${path}.reason`, value: found.reason ?? null },
  ];
}

function nameOf({ kind, namespace, name, section }: ParentRef): string {
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}${
    section ? ` (${section})` : ''
  }`;
}
