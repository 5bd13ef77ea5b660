import { defineKind } from '../../definition/kind';
import { Link, linkByKey, linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import {
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { condition } from '../../reading/conditions';
import {
  booleanAt,
  isObject,
  numberAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import { parseDuration, parseTime, formatTime } from '../../reading/times';
import { LONGHORN } from './api';
import { longhornConditions, redacted } from './longhorn-conditions';
import { oneLine } from './wording';

/** Where backups go: an S3 bucket, an NFS or a CIFS share. */
export type BackupTargetFacts = {
  url?: string;
  /** Of an S3 target. */
  bucket?: string;
  credentialSecret?: string;
  /** How often Longhorn checks it, in milliseconds; nought is never. */
  pollMillis?: number;
  available?: boolean;
  lastSyncedAt?: string;
  cause?: string;
  /** The mark of the Application, Kustomization or HelmRelease that it comes from. */
  trackingId?: string;
};

export const backupTarget = defineKind<BackupTargetFacts>({
  ...LONGHORN,
  kind: 'BackupTarget',
  plural: 'backuptargets',
  entity: { type: 'backup-target', area: 'backup' },
  project: raw => {
    const url = stringAt(raw, 'spec', 'backupTargetURL');
    const bad = condition(longhornConditions(raw), 'Unavailable');
    const seconds = numberAt(raw, 'spec', 'pollInterval');
    return {
      url: url && redacted(url),
      bucket: bucketOf(url),
      credentialSecret: stringAt(raw, 'spec', 'credentialSecret'),
      pollMillis:
        seconds === undefined
          ? parseDuration(stringAt(raw, 'spec', 'pollInterval'))
          : seconds * 1000,
      available: booleanAt(raw, 'status', 'available'),
      lastSyncedAt: stringAt(raw, 'status', 'lastSyncedAt'),
      trackingId: trackingIdOf(raw, LONGHORN.group, 'BackupTarget'),
      ...(bad?.status === 'True' ? { cause: causeOf(raw) ?? bad.reason } : {}),
    };
  },
  links: targetLinks,
  health: judgeTarget,
  reasons: [
    {
      code: 'LonghornBackupTargetNotSet',
      cause: 'No backup target is set up.',
      evidence: 'spec.backupTargetURL',
    },
    {
      code: 'LonghornBackupTargetAvailable',
      cause: 'The backup target is reachable.',
      evidence: 'status.available',
      remedy: false,
    },
    {
      code: 'LonghornBackupTargetUnavailable',
      cause: 'The backup target cannot be reached.',
      evidence: 'status.available',
    },
    {
      code: 'LonghornBackupTargetNotChecked',
      cause: 'Longhorn does not say whether the target is reachable.',
      evidence: 'status.available',
      remedy: false,
    },
  ],
});

/** `s3://bucket@region/path`; older URLs leave out the region. */
function bucketOf(url: string | undefined): string | undefined {
  return /^s3:\/\/([^@/]+)/i.exec(url ?? '')?.[1];
}

function targetLinks({ facts, meta }: Resource<BackupTargetFacts>): Link[] {
  return [
    ...managedBy(facts.trackingId),
    ...(facts.bucket
      ? [
          linkByKey(
            'bucket',
            `s3Bucket:${facts.bucket}`,
            ['garage.socle.dev/Bucket', 's3.socle.dev/Bucket'],
            'target',
          ),
        ]
      : []),
    ...(facts.credentialSecret
      ? [
          linkTo(
            'usesSecret',
            {
              group: '',
              kind: 'Secret',
              namespace: meta.namespace,
              name: facts.credentialSecret,
            },
            'target',
          ),
        ]
      : []),
  ] satisfies Link[];
}

/** What the store answered, deep in a message that wraps it in a command line and its output. */
const ANSWERS =
  /dial tcp [^\s,]+ (?:\S+ )?[a-z/ ]+|no such host|\b(?:AccessDenied|NoSuchBucket|InvalidAccessKeyId|SignatureDoesNotMatch|RequestTimeTooSkewed|XMinioStorageFull)\b[^,;]*|x509: [^,;]+|connection refused|context deadline exceeded|permission denied|i\/o timeout/i;
const SHORT = 200;

function causeOf(raw: RawObject): string | undefined {
  const conditions = valueAt(raw, 'status', 'conditions');
  const message = Object.values(
    isObject(conditions) || Array.isArray(conditions) ? conditions : {},
  )
    .filter(one => stringAt(one, 'type')?.toLowerCase() === 'unavailable')
    .map(one => stringAt(one, 'message'))[0];
  if (!message) {
    return undefined;
  }
  const text = oneLine(redacted(message), 4000);
  const answer =
    text.length > SHORT ? ANSWERS.exec(text)?.[0].trim() : undefined;
  return answer
    ? oneLine(`${text.split(': ', 1)[0]}: ${answer}`, SHORT)
    : oneLine(text, SHORT);
}

function judgeTarget(
  { facts }: Resource<BackupTargetFacts>,
  context: HealthContext,
): Verdict {
  // Some builds say "available" of no target at all: the URL alone decides.
  if (!facts.url) {
    return unknown(
      'LonghornBackupTargetNotSet',
      'No backup target is set up: no volume can be backed up by Longhorn.',
      { evidence: [{ path: 'spec.backupTargetURL', value: '' }] },
    );
  }
  const evidence = [
    { path: 'status.available', value: facts.available ?? null },
  ];
  if (facts.available === false) {
    // Left over from before a URL was set.
    const stale = facts.cause?.includes('backup target URL is empty');
    const cause = facts.cause && !stale ? oneLine(facts.cause) : undefined;
    return failed(
      'LonghornBackupTargetUnavailable',
      cause ? `Not reachable: ${cause}.` : 'Not reachable, no cause given.',
      {
        evidence: cause
          ? [
              ...evidence,
              {
                path: 'status.conditions[type=Unavailable].message',
                value: cause,
              },
            ]
          : evidence,
      },
    );
  }
  if (facts.available === undefined) {
    return unknown(
      'LonghornBackupTargetNotChecked',
      'Longhorn does not say whether it is reachable.',
      { evidence },
    );
  }
  const checked = parseTime(facts.lastSyncedAt);
  if (checked === undefined || !facts.pollMillis) {
    return healthy(
      'LonghornBackupTargetAvailable',
      `Reachable, checked ${facts.lastSyncedAt ?? 'at an unknown time'}.`,
    );
  }
  const staleAt =
    checked + facts.pollMillis * context.thresholds.longhornPollIntervals;
  return healthy(
    'LonghornBackupTargetAvailable',
    `Reachable, checked at ${formatTime(checked)}.`,
    context.now > staleAt ? { flags: ['stale'] } : { recheckAt: staleAt + 1 },
  );
}
