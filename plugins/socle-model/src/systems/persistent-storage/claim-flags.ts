import { Resource } from '../../definition/resource';
import { HealthContext, Neighbour, Verdict } from '../../judging/verdict';
import { condition } from '../../reading/conditions';
import { formatBytes, parseQuantity } from '../../reading/quantities';
import { formatTime } from '../../reading/times';
import { podsUsing } from './claim-pods';
import { isNotMeasured } from './claim-usage';
import type { ClaimFacts } from './persistent-volume-claim';
import type { VolumeFacts } from './persistent-volume';
import { counted } from '../../reading/wording';
import { isLocalDriver, MICROK8S_HOSTPATH } from './provisioners';

const DAY = 86_400_000;

/** What the rules read of a StatefulSet. */
type SetFacts = {
  replicas?: number;
  ordinalsStart?: number;
  claimTemplates?: Array<{ name: string; request?: string }>;
};

/** What is worth knowing of a claim beside its health; `until` is when the clock alone may change it. */
export function claimFlags(
  claim: Resource<ClaimFacts>,
  volume: Neighbour<VolumeFacts> | undefined,
  verdict: Verdict,
  context: HealthContext,
): { flags: string[]; warnings: string[]; until?: number } {
  const flags = new Set<string>(verdict.flags);
  const warnings = [...(verdict.warnings ?? [])];
  const { facts } = claim;
  const behind = volume?.state === 'present' ? volume.resource : undefined;

  const pods = podsUsing(context);
  const left =
    pods.items.length === 0 ? leftFromScaleDown(claim, context) : undefined;
  if (left) {
    flags.add('orphaned');
    warnings.push(left);
  }
  const drift = driftFromTemplate(claim, context);
  if (drift) {
    warnings.push(drift);
  }
  let until: number | undefined;
  const unused = condition(facts.conditions, 'Unused');
  if (unused?.status === 'True' && unused.at !== undefined) {
    until = unused.at + context.thresholds.claimUnusedDays * DAY;
    if (context.now > until) {
      flags.add('unused');
      warnings.push(
        `No pod has used the claim since ${formatTime(unused.at)}.`,
      );
    }
  }
  const waitsForMount =
    condition(facts.conditions, 'FileSystemResizePending')?.status === 'True';
  if (waitsForMount && pods.listed && pods.items.length === 0) {
    flags.add('unused');
  }
  if (
    behind?.verdict.flags?.includes('notReplicated') ||
    facts.provisioner === MICROK8S_HOSTPATH ||
    isLocalDriver(facts.provisioner)
  ) {
    flags.add('notReplicated');
  }
  if (
    facts.provisioner === MICROK8S_HOSTPATH ||
    isNotMeasured(context, pods.items.length > 0)
  ) {
    flags.add('usageNotMeasured');
  }
  if (behind?.meta.deleting !== undefined) {
    warnings.push(
      `Volume ${behind.meta.name} is marked for deletion and goes with the claim.`,
    );
  }
  return { flags: [...flags], warnings, until };
}

/** A StatefulSet that was scaled down leaves its claims behind. */
function leftFromScaleDown(
  { meta }: Resource<ClaimFacts>,
  context: HealthContext,
): string | undefined {
  const ofPod = meta.owners?.some(({ kind }) => kind === 'Pod');
  const template = context.target<SetFacts>('claimTemplate');
  if (ofPod || template?.state !== 'present') {
    return undefined;
  }
  const { facts, meta: set } = template.resource;
  const { replicas = 1, ordinalsStart = 0 } = facts;
  const ordinal = Number(/\d+$/.exec(meta.name)?.[0]);
  return ordinal >= ordinalsStart + replicas
    ? `Left from scaling down StatefulSet ${set.name} to ${counted(
        replicas,
        'replica',
      )}.`
    : undefined;
}

/** A changed template does not touch the claims that were made from it. */
function driftFromTemplate(
  { meta, facts }: Resource<ClaimFacts>,
  context: HealthContext,
): string | undefined {
  const template = context.target<SetFacts>('claimTemplate');
  if (template?.state !== 'present') {
    return undefined;
  }
  const { facts: of, meta: set } = template.resource;
  const asked = of.claimTemplates?.find(
    ({ name }) => meta.name.replace(/-\d+$/, '') === `${name}-${set.name}`,
  )?.request;
  const wanted = parseQuantity(asked);
  return wanted !== undefined &&
    facts.request !== undefined &&
    wanted !== facts.request
    ? `The template of StatefulSet ${set.name} asks for ${formatBytes(
        wanted,
      )} now, this claim for ${formatBytes(facts.request)}.`
    : undefined;
}
