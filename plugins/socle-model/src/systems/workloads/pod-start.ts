import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  progressing,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import { formatTime } from '../../reading/times';
import { Finding, statusPath } from './container-state';
import { plural } from './counts';
import { newestWarning } from './newest-warning';
import type { PodFacts, Trouble } from './pod-facts';
import { missingKeys } from './secret-use';

const MINUTE = 60_000;

/** Events that say that a volume keeps the pod from starting. */
const VOLUME_EVENTS = [
  'FailedMount',
  'FailedAttachVolume',
  'FailedMapVolume',
  'FailedMountOnFilesystemMismatch',
];

/** The pod has a node, and its containers wait. The newest warning names the cause; the time alone says that it is bad. */
export function judgeStart(
  pod: Resource<PodFacts>,
  waiting: Finding | undefined,
  context: HealthContext,
): Verdict {
  const { facts, meta } = pod;
  const volume = newestWarning(context, meta, VOLUME_EVENTS);
  // That a volume cannot be attached explains why waiting for it timed out, whichever was said last.
  const warning =
    newestWarning(context, meta, ['FailedAttachVolume']) ??
    volume ??
    newestWarning(context, meta);
  const note = warning
    ? `${warning.facts.reason}: ${warning.facts.note ?? 'no message'}`
    : undefined;
  const init = facts.troubles?.find(one => one.init && one.state === 'running');
  const state =
    (init && initText(init)) ??
    waiting?.text ??
    'Waits for its node to start it.';
  const evidence: VerdictEvidence[] = [
    waiting
      ? { path: waiting.path, value: waiting.value }
      : { path: 'status.phase', value: facts.phase ?? null },
    ...(init?.last?.exitCode === undefined
      ? []
      : [
          {
            path: `${statusPath(init)}.lastState.terminated.exitCode`,
            value: init.last.exitCode,
          },
        ]),
    ...(warning
      ? [
          { of: warning, path: 'reason', value: warning.facts.reason },
          { of: warning, path: 'message', value: warning.facts.note ?? null },
        ]
      : []),
  ];
  const missing = missingReferences(facts, context);
  const cause = [note, missing].filter(Boolean).join('; ');
  const text = cause ? `${state} ${cause}` : state;
  const since = facts.readiness?.at ?? meta.created;
  const due =
    since === undefined
      ? undefined
      : since + context.thresholds.progressMinutes * MINUTE;
  if (due === undefined || context.now <= due) {
    return progressing('PodStarting', text, {
      evidence,
      ...(due === undefined ? {} : { recheckAt: due + 1 }),
    });
  }
  const lasting = `Since ${formatTime(since!)}: ${text}`;
  const freshUntil =
    (volume?.facts.last ?? 0) + context.thresholds.eventFreshMinutes * MINUTE;
  if (volume && context.now <= freshUntil) {
    return failed('PodVolumeNotMounted', lasting, {
      evidence,
      recheckAt: freshUntil + 1,
    });
  }
  return degraded('PodStartStuck', lasting, { evidence });
}

/** The others wait for it, and it may have failed before. */
function initText({ name, restarts, last }: Trouble): string {
  const again = last?.exitCode
    ? ` again after exit code ${last.exitCode}${
        last.reason && last.reason !== 'Error' ? ` (${last.reason})` : ''
      }`
    : '';
  return `Init: ${name}: runs${again}${
    restarts ? `, ${plural(restarts, 'restart')}` : ''
  }, and the others wait for it.`;
}

/** What the pod refers to and is known not to exist. */
function missingReferences(
  facts: PodFacts,
  context: HealthContext,
): string | undefined {
  const absent = (
    rel: string,
    names: readonly string[] | undefined,
    word: string,
  ) =>
    names
      ? context
          .targets(rel)
          .slice(0, names.length)
          .flatMap((target, index) =>
            target.state === 'absent' ? [`${word} ${names[index]}`] : [],
          )
      : [];
  const missing = [
    ...absent('mounts', facts.claims, 'PersistentVolumeClaim'),
    ...absent('usesSecret', facts.secrets, 'Secret'),
    ...absent('usesConfigMap', facts.configMaps, 'ConfigMap'),
  ];
  const parts = [
    ...(missing.length > 0 ? [`does not exist: ${missing.join(', ')}`] : []),
    ...missingKeys(facts, context),
  ];
  return parts.length > 0 ? parts.join('; ') : undefined;
}
