import type { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  progressing,
  Verdict,
} from '../../judging/verdict';
import { Condition, condition } from '../../reading/conditions';
import { inWords } from './conditions';
import type { GatewayFacts, Listener } from './gateway';

const MINUTE = 60_000;

export function judgeGateway(
  { facts, meta }: Resource<GatewayFacts>,
  context: HealthContext,
): Verdict {
  const { told } = facts;
  const warnings = warningsOf(facts);
  const stands = (verdict: Verdict): Verdict =>
    warnings.length > 0 ? { ...verdict, warnings } : verdict;
  const of = (type: string) => condition(told.conditions, type);
  const evidence = (type: string) => [
    {
      path: `status.conditions[type=${type}].status`,
      value: of(type)?.status ?? null,
    },
    {
      path: `status.conditions[type=${type}].reason`,
      value: of(type)?.reason ?? null,
    },
  ];
  if (told.stale) {
    return progressing(
      'GatewayNotAnswered',
      'The controller has not yet read its newest definition.',
      { evidence: evidence('Accepted') },
    );
  }
  const accepted = of('Accepted');
  if (accepted?.status === 'False') {
    return stands(
      degraded('GatewayRefused', `Refused: ${inWords(accepted)}`, {
        evidence: evidence('Accepted'),
        since: accepted.at,
      }),
    );
  }
  if (context.target('class')?.state === 'absent') {
    return degraded(
      'GatewayClassMissing',
      `There is no GatewayClass ${facts.class}.`,
      {
        evidence: [
          { path: 'spec.gatewayClassName', value: facts.class ?? null },
        ],
      },
    );
  }
  const resolved = of('ResolvedRefs');
  if (resolved?.status === 'False') {
    return stands(
      degraded(
        'GatewayRefsUnresolved',
        `What it refers to cannot be used: ${inWords(resolved)}`,
        { evidence: evidence('ResolvedRefs'), since: resolved.at },
      ),
    );
  }
  const programmed = of('Programmed');
  if (programmed?.status !== 'True') {
    return stands(
      late(
        'GatewayNotProgrammed',
        programmed
          ? `It does not listen yet: ${inWords(programmed)}`
          : 'It does not listen yet, and the controller does not say why.',
        programmed?.at ?? meta.created,
        evidence('Programmed'),
        context,
      ),
    );
  }
  const listener =
    judgeListeners(facts.listeners) ??
    lateListeners(facts.listeners, meta.created, context);
  if (listener) {
    return stands(listener);
  }
  if (accepted?.reason === 'ListenersNotValid') {
    return stands(
      degraded(
        'GatewayListenersNotValid',
        `Some of its listeners are not valid: ${inWords(accepted)}`,
        { evidence: evidence('Accepted'), since: accepted.at },
      ),
    );
  }
  if (accepted?.status !== 'True') {
    return stands(
      progressing(
        'GatewayNotAnswered',
        'The controller has not accepted it yet.',
        { evidence: evidence('Accepted') },
      ),
    );
  }
  const { length } = facts.listeners;
  return stands(
    healthy(
      'GatewayProgrammed',
      `${length} ${length === 1 ? 'listener' : 'listeners'} at ${
        facts.addresses?.join(', ') ?? 'an address that is not told'
      }.`,
    ),
  );
}

function judgeListeners(listeners: readonly Listener[]): Verdict | undefined {
  for (const { name, told } of listeners) {
    const broken = told.conditions.find(
      ({ type, status }) =>
        (['ResolvedRefs', 'Accepted'].includes(type) && status === 'False') ||
        (type === 'Conflicted' && status === 'True'),
    );
    if (broken) {
      return degraded(
        'GatewayListenerBroken',
        `Listener ${name}: ${inWords(broken)}`,
        { evidence: ofListener(name, broken.type, broken), since: broken.at },
      );
    }
  }
  return undefined;
}

function lateListeners(
  listeners: readonly Listener[],
  created: number | undefined,
  context: HealthContext,
): Verdict | undefined {
  for (const { name, told } of listeners) {
    const programmed = condition(told.conditions, 'Programmed');
    // Older controllers say nothing of single listeners.
    if (programmed && programmed.status !== 'True') {
      return late(
        'GatewayListenerNotProgrammed',
        `Listener ${name} is not set up: ${inWords(programmed)}`,
        programmed.at ?? created,
        ofListener(name, 'Programmed', programmed),
        context,
      );
    }
  }
  return undefined;
}

function ofListener(
  name: string,
  type: string,
  { status, reason }: Condition,
): Verdict['evidence'] {
  const path = `status.listeners[name=${name}].conditions[type=${type}]`;
  return [
    { path: `${path}.status`, value: status },
    { path: `${path}.reason`, value: reason ?? null },
  ];
}

/** On its way for a while, and late after it. */
function late(
  reason: string,
  message: string,
  since: number | undefined,
  evidence: Verdict['evidence'],
  { now, thresholds }: HealthContext,
): Verdict {
  const due =
    since === undefined
      ? undefined
      : since + thresholds.progressMinutes * MINUTE;
  return due !== undefined && now > due
    ? degraded(reason, message, { evidence, since })
    : progressing(reason, message, {
        evidence,
        ...(due === undefined ? {} : { recheckAt: due + 1 }),
      });
}

function warningsOf({ listeners }: GatewayFacts): string[] {
  return listeners.flatMap(({ name, attached, told }) => {
    const overlap = condition(told.conditions, 'OverlappingTLSConfig');
    return [
      ...(attached === 0 ? [`No route is attached to listener ${name}.`] : []),
      ...(overlap?.status === 'True'
        ? [`Listener ${name} overlaps another: ${inWords(overlap)}`]
        : []),
    ];
  });
}
