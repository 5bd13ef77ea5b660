import { formatTime } from '../../reading/times';
import { isoOf } from './api';
import type { Finding } from './cluster-checks';
import type { ClusterFacts } from './cluster-facts';

/** The operator says it before it sets the phase, and while it waits for `failoverDelay` it sets none. */
export function checkMoving(facts: ClusterFacts): Finding[] {
  const { currentPrimary, targetPrimary, primaryFailing } = facts;
  if (targetPrimary && currentPrimary && targetPrimary !== currentPrimary) {
    return [
      {
        status: 'degraded',
        reason: 'CnpgClusterPrimaryMoving',
        message:
          targetPrimary === 'pending'
            ? `Failing over: a new primary in place of ${currentPrimary} is still looked for.`
            : `The primary moves from ${currentPrimary} to ${targetPrimary}.`,
        evidence: [
          { path: 'status.targetPrimary', value: targetPrimary },
          { path: 'status.currentPrimary', value: currentPrimary },
        ],
      },
    ];
  }
  return primaryFailing === undefined
    ? []
    : [
        {
          status: 'degraded',
          reason: 'CnpgClusterPrimaryMoving',
          message: `The primary ${
            currentPrimary ?? ''
          } fails since ${formatTime(primaryFailing)}, and a failover is due.`,
          evidence: [
            {
              path: 'status.currentPrimaryFailingSinceTimestamp',
              value: isoOf(primaryFailing),
            },
          ],
          since: primaryFailing,
        },
      ];
}

export function checkPrimary(facts: ClusterFacts): Finding[] {
  const { currentPrimary, primaries, instances } = facts;
  if (currentPrimary === undefined || facts.primaryKnown === false) {
    return [
      {
        status: 'failed',
        reason: 'CnpgClusterNoPrimary',
        message: currentPrimary
          ? `There is no primary: ${currentPrimary} is not among the instances.`
          : 'There is no primary.',
        evidence: [
          { path: 'status.currentPrimary', value: currentPrimary ?? null },
        ],
      },
    ];
  }
  const evidence = [
    { path: 'status.instancesReportedState', value: primaries ?? null },
  ];
  if (primaries !== undefined && primaries > 1) {
    return [
      {
        status: 'degraded',
        reason: 'CnpgClusterTwoPrimaries',
        message: `${primaries} of ${
          instances ?? 'its'
        } instances report themselves primary.`,
        evidence,
      },
    ];
  }
  // The first of a replica cluster follows too, and says so.
  return primaries === 0 && !facts.replica
    ? [
        {
          status: 'failed',
          reason: 'CnpgClusterNoPrimary',
          message: `No instance reports itself primary, not even ${currentPrimary}.`,
          evidence,
        },
      ]
    : [];
}
