import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import { formatTime } from '../../reading/times';
import type { EndpointFacts } from './endpoint';

const MINUTE = 60_000;
const SLOW_DOWN = ['SlowDown', 'SlowDownRead', 'SlowDownWrite', 'Busy'];
const NOT_READY = [
  'XMinioServerNotInitialized',
  'ServiceUnavailable',
  'InternalError',
];

export function judgeEndpoint(
  resource: Resource<EndpointFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = resource;
  if (facts.storageReady === false) {
    return failed(
      'S3StorageNotReady',
      `The server cannot use its own disks${because(facts)}.`,
      { evidence: [{ path: 'status.readiness.storage', value: false }] },
    );
  }
  return (
    judgeQuorum(facts) ??
    judgeReadiness(resource, context) ??
    judgeLoad(facts) ??
    judgeTold(facts)
  );
}

function judgeQuorum(facts: EndpointFacts): Verdict | undefined {
  const { writeQuorum, readQuorum } = facts;
  if (writeQuorum !== false && readQuorum !== false) {
    return undefined;
  }
  const lost =
    readQuorum === false
      ? 'Read quorum lost: objects can neither be read nor written.'
      : `Write quorum lost: writes fail${
          readQuorum ? ', reads work' : ', of reads it is not told'
        }.`;
  return failed('S3QuorumLost', lost, {
    evidence: [
      { path: 'status.writeQuorum', value: writeQuorum ?? null },
      { path: 'status.readQuorum', value: readQuorum ?? null },
    ],
  });
}

/** A server can call itself not ready for a moment without anything being wrong: it has failed when it goes on so. */
function judgeReadiness(
  resource: Resource<EndpointFacts>,
  context: HealthContext,
): Verdict | undefined {
  const { facts } = resource;
  const code = facts.errorCode;
  const saysSo = code !== undefined && NOT_READY.includes(code);
  if (facts.ready !== false && !saysSo) {
    return undefined;
  }
  const evidence: VerdictEvidence[] = [
    facts.ready === false
      ? { path: 'status.readiness.ready', value: false }
      : { path: 'status.errorCode', value: code ?? null },
  ];
  const seen = resource.verdict.reason === 'S3NotReady';
  const since = seen ? resource.since : context.now;
  const due = since + context.thresholds.s3NotReadyMinutes * MINUTE;
  return context.now > due
    ? failed(
        'S3NotReady',
        `Not ready for requests since ${formatTime(since)}${because(facts)}.`,
        { evidence, since },
      )
    : degraded(
        'S3NotReady',
        `Not ready for requests at the moment${because(facts)}.`,
        { evidence, since, recheckAt: due + 1 },
      );
}

function judgeLoad(facts: EndpointFacts): Verdict | undefined {
  const slow =
    facts.errorCode !== undefined && SLOW_DOWN.includes(facts.errorCode);
  return facts.busy || slow
    ? degraded('S3Busy', 'Turns requests away: too much load.', {
        evidence: [
          facts.busy
            ? { path: 'status.busy', value: true }
            : { path: 'status.errorCode', value: facts.errorCode ?? null },
        ],
      })
    : undefined;
}

/** Nothing speaks against it; what remains is whether something speaks for it. */
function judgeTold(facts: EndpointFacts): Verdict {
  const product = facts.product
    ? `${facts.product}${facts.version ? ` ${facts.version}` : ''}`
    : 'The server';
  if (facts.writeQuorum) {
    return healthy('S3Ready', `${product} has its write quorum.`);
  }
  if (facts.ready && facts.product === 'RustFS') {
    return healthy('S3Ready', `${product} is ready.`);
  }
  const evidence = [
    { path: 'status.errorCode', value: facts.errorCode ?? null },
    { path: 'status.live', value: facts.live ?? null },
  ];
  const answers =
    facts.live || facts.ready || facts.readQuorum || facts.listed !== undefined;
  return answers || facts.errorCode
    ? unknown(
        'S3OnlyAnswers',
        `${product} answers${
          facts.errorCode ? ` as S3 does (${facts.errorCode})` : ''
        }; how it is it tells no stranger.`,
        { evidence },
      )
    : unknown('S3NotTold', 'How the server is was not told.', { evidence });
}

function because({ notReadyReasons }: EndpointFacts): string {
  return notReadyReasons.length > 0
    ? ` (${notReadyReasons.slice(0, 3).join(', ')})`
    : '';
}
