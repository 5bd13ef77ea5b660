import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import type { ClusterFacts, ListedNode } from './cluster';
import { judgeFigures } from './cluster-figures';
import { shortDisk } from './disk-space';
import { MOST_NAMED, nameOf, namesOf } from './node-names';

const MINUTE = 60_000;

/** In the order of the sheet: no answer, refused, no layout, unavailable, degraded, then the worst of the rest. */
export function judgeCluster(
  resource: Resource<ClusterFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = resource;
  // Where health is refused, what is left of other answers may be from before.
  if (!facts.healthTold && (!facts.nodesTold || facts.refused !== undefined)) {
    return judgeSilence(facts);
  }
  const figures = facts.healthTold ? judgeFigures(facts) : undefined;
  if (figures && figures.status !== 'healthy') {
    return figures;
  }
  const listed = facts.nodesTold ? judgeListed(facts) : undefined;
  return (
    listed ??
    judgeDisks(facts, context) ??
    judgeNodes(context) ??
    judgeVersions(resource, context) ??
    judgeMoving(facts, context) ??
    figures ??
    healthy(
      'GarageHealthy',
      `All ${
        facts.nodes.filter(node => node.storage).length
      } storage nodes are up.`,
      { warnings: ['How many partitions are complete is not told.'] },
    )
  );
}

/** Neither figures nor nodes have come. */
function judgeSilence(facts: ClusterFacts): Verdict {
  const evidence = [{ path: 'status.refused', value: facts.refused ?? null }];
  if (facts.refused === 401 || facts.refused === 403) {
    return unknown(
      'GarageTokenRefused',
      `Admin token missing or wrong: Garage answers ${facts.refused}.`,
      { evidence },
    );
  }
  if (facts.plain === 'unavailable') {
    return failed(
      'GarageQuorumLost',
      'Quorum lost: Garage says that reads and writes fail for some or all partitions.',
      { evidence: [{ path: 'status.plain', value: facts.plain }] },
    );
  }
  if (facts.refused !== undefined) {
    return unknown(
      'GarageNotAnswering',
      `Garage does not answer what it is asked: status code ${facts.refused}.`,
      { evidence },
    );
  }
  return unknown(
    'GarageOnlyAnswers',
    'Garage answers, which it also does when storage nodes are away; how it is was not told.',
    { evidence: [{ path: 'status.plain', value: facts.plain ?? null }] },
  );
}

/** What the list of nodes says by itself. */
function judgeListed(facts: ClusterFacts): Verdict | undefined {
  const storage = facts.nodes.filter(node => node.storage);
  if (storage.length === 0) {
    return unknown(
      'GarageNoLayout',
      'No layout: no node has a role with a capacity, the cluster is not set up.',
      { evidence: [{ path: 'status.nodes[].role.capacity', value: null }] },
    );
  }
  const down = storage.filter(node => node.isUp === false);
  if (down.length === storage.length) {
    return failed(
      'GarageQuorumLost',
      `None of the ${storage.length} storage nodes is up.`,
      { evidence: evidenceOf(down) },
    );
  }
  const untold = storage.filter(node => node.isUp === undefined);
  if (down.length > 0) {
    return degraded(
      'GarageNodesMissing',
      `${storage.length - down.length - untold.length} of ${
        storage.length
      } storage nodes up: ${namesOf(down)}.`,
      { evidence: evidenceOf(down) },
    );
  }
  return untold.length > 0
    ? unknown(
        'GarageHealthUnclear',
        `Of ${untold.length} storage nodes it is not told whether they are up.`,
        { evidence: evidenceOf(untold) },
      )
    : undefined;
}

function evidenceOf(nodes: readonly ListedNode[]): VerdictEvidence[] {
  return nodes.slice(0, MOST_NAMED).map(node => ({
    path: `status.nodes[id=${node.id.slice(0, 16)}].isUp`,
    value: node.isUp ?? null,
  }));
}

function judgeDisks(
  facts: ClusterFacts,
  context: HealthContext,
): Verdict | undefined {
  for (const node of facts.nodes) {
    const short = shortDisk(node, context.thresholds.garageDiskFreePercent);
    if (short) {
      return degraded(
        'GarageDiskNearlyFull',
        `Node ${nameOf(node)}: ${short.text}.`,
        {
          evidence: [
            {
              path: `status.nodes[id=${node.id.slice(0, 16)}].${short.path}`,
              value: short.available,
            },
          ],
        },
      );
    }
  }
  return undefined;
}

/** What the node's own answers say (blocks, workers) counts for the cluster as well, once it lists the node. */
function judgeNodes(context: HealthContext): Verdict | undefined {
  const troubled = context
    .incoming<{ listed: boolean }>('cluster', 'garage.socle.dev/Node')
    .items.filter(
      node =>
        node.facts.listed &&
        ['GarageBlocksUnreadable', 'GarageWorkerFailing'].includes(
          node.verdict.reason,
        ),
    );
  const worst =
    troubled.find(node => node.verdict.status === 'failed') ?? troubled[0];
  if (!worst) {
    return undefined;
  }
  return degraded(
    'GarageNodeTroubled',
    `${
      troubled.length === 1 ? 'A node has' : `${troubled.length} nodes have`
    } trouble: ${worst.verdict.message}`,
    {
      evidence: worst.verdict.evidence?.map(one => ({
        ...one,
        of: one.of ?? worst,
      })),
    },
  );
}

/** Versions differ during an upgrade; how long they have is not in any answer, but in when it was first seen. */
function judgeVersions(
  resource: Resource<ClusterFacts>,
  context: HealthContext,
): Verdict | undefined {
  const versions = [
    ...new Set(resource.facts.nodes.flatMap(node => node.version ?? [])),
  ].sort();
  if (versions.length < 2) {
    return undefined;
  }
  const seen = resource.verdict.reason === 'GarageVersionsMixed';
  const since = seen ? resource.since : context.now;
  const due = since + context.thresholds.garageMixedVersionsMinutes * MINUTE;
  const message = `The nodes run different versions: ${versions.join(', ')}.`;
  const evidence = [{ path: 'status.nodes[].garageVersion', value: versions }];
  return context.now > due
    ? degraded('GarageVersionsMixed', message, { evidence, since })
    : progressing('GarageVersionsMixed', message, {
        evidence,
        progressingSince: since,
        recheckAt: due + 1,
      });
}

function judgeMoving(
  facts: ClusterFacts,
  context: HealthContext,
): Verdict | undefined {
  const draining = facts.nodes.filter(node => node.draining);
  if (draining.length > 0) {
    return progressing(
      'GarageDataMoving',
      `Data is being moved to the new layout; ${draining
        .slice(0, MOST_NAMED)
        .map(nameOf)
        .join(', ')} is drained.`,
      { evidence: [{ path: 'status.nodes[].draining', value: true }] },
    );
  }
  const layout = context
    .incoming('cluster', 'garage.socle.dev/ClusterLayout')
    .items.find(one => one.verdict.status === 'progressing');
  return layout
    ? progressing('GarageDataMoving', layout.verdict.message, {
        evidence: layout.verdict.evidence?.map(one => ({ ...one, of: layout })),
      })
    : undefined;
}
