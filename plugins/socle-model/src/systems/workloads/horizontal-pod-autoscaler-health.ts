import type { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  holdingSince,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { Condition, said } from '../../reading/conditions';
import { plural } from './counts';
import type { AutoscalerFacts } from './horizontal-pod-autoscaler';

/** Between two decisions the autoscaler waits on purpose. */
const WAITS = /^(Backoff|ScaleDownStabilized|ScaleUpStabilized)/;

export function judgeAutoscaler({ facts }: Resource<AutoscalerFacts>): Verdict {
  const { able, active } = facts;
  if (!able && !active) {
    return progressing(
      'AutoscalerWaiting',
      'The autoscaler has not looked at its target yet.',
      { evidence: [{ path: 'status.conditions', value: null }] },
    );
  }
  if (able?.status === 'False') {
    return WAITS.test(able.reason ?? '')
      ? progressing('AutoscalerWaiting', said(able), {
          evidence: evidenceOf(able),
          progressingSince: able.at,
        })
      : holdingSince(
          degraded(
            'AutoscalerCannotScale',
            `${sizeText(facts)}, and it cannot be scaled: ${said(able)}`,
            { evidence: evidenceOf(able) },
          ),
          able.at,
        );
  }
  if (active?.status === 'False') {
    return holdingSince(
      degraded(
        'AutoscalerWithoutMetrics',
        `${sizeText(facts)}, and nothing to decide by: ${said(active)}`,
        { evidence: evidenceOf(active) },
      ),
      active.at,
    );
  }
  const unclear = [able, active].find(one => one && one.status !== 'True');
  if (unclear) {
    return unknown(
      'AutoscalerStateUnknown',
      `${unclear.type} is "${unclear.status}", which is not known.`,
      { evidence: evidenceOf(unclear) },
    );
  }
  if (!active) {
    return progressing(
      'AutoscalerWaiting',
      'The autoscaler has found its target and not measured it yet.',
      {
        evidence: [
          { path: 'status.conditions[type=ScalingActive]', value: null },
        ],
      },
    );
  }
  if (facts.current === undefined) {
    return unknown(
      'AutoscalerStateUnknown',
      'How many replicas there are is not told.',
      { evidence: [{ path: 'status.currentReplicas', value: null }] },
    );
  }
  return healthy('AutoscalerActive', `${sizeText(facts)}.`, atItsLimit(facts));
}

/** More is wanted than is allowed: the autoscaler does its work, and somebody should know. */
function atItsLimit({ limited, maxReplicas, current }: AutoscalerFacts) {
  return limited?.status === 'True' &&
    limited.reason === 'TooManyReplicas' &&
    maxReplicas !== undefined &&
    (current ?? 0) >= maxReplicas
    ? { warnings: [`At its maximum of ${maxReplicas}, and more is wanted.`] }
    : undefined;
}

function sizeText({
  current,
  minReplicas,
  maxReplicas,
}: AutoscalerFacts): string {
  const bounds =
    maxReplicas === undefined ? '' : ` (${minReplicas} to ${maxReplicas})`;
  return current === undefined
    ? `Number of replicas not told${bounds}`
    : `${plural(current, 'replica')}${bounds}`;
}

function evidenceOf(of: Condition) {
  const path = `status.conditions[type=${of.type}]`;
  return [
    { path: `${path}.reason`, value: of.reason ?? of.status },
    ...(of.message ? [{ path: `${path}.message`, value: of.message }] : []),
  ];
}
