import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  Verdict,
} from '../../judging/verdict';

const NOT_MEASURED = 'ClaimUsageNotMeasured';

/** What the kubelets measure of the claim; undefined where none does or may be asked. */
function measured(context: HealthContext): Resource | undefined {
  return context.incoming('usageOf', 'kubelet.socle.dev/ClaimUsage').items[0];
}

/** The claim is full, or nearly. What is not measured is not said to be empty. */
export function claimUsed(
  context: HealthContext,
  how: 'full' | 'nearly',
): Verdict | undefined {
  const usage = measured(context);
  if (usage?.verdict.status !== (how === 'full' ? 'failed' : 'degraded')) {
    return undefined;
  }
  const { reason, message } = usage.verdict;
  const evidence = [{ of: usage, path: 'status', value: message }];
  if (how === 'full') {
    return failed('ClaimFull', message, { evidence });
  }
  return degraded(
    reason === 'ClaimUsageNearlyFull' ? 'ClaimNearlyFull' : 'ClaimDataDegraded',
    message,
    { evidence },
  );
}

/** For the sentence of a claim that is well: `43 % used (4.3 GiB of 10 GiB)`. */
export function usedInWords(context: HealthContext): string | undefined {
  const usage = measured(context);
  return usage?.verdict.status === 'healthy'
    ? usage.verdict.message.replace(/\.$/, '')
    : undefined;
}

/**
 * Whether it is known that nobody measures the claim: its kubelet says so, or all were asked and none tells of it while
 * a pod mounts it.
 */
export function isNotMeasured(
  context: HealthContext,
  mounted: boolean,
): boolean {
  const usage = measured(context);
  return usage
    ? usage.verdict.reason === NOT_MEASURED
    : mounted && context.listed('kubelet.socle.dev/ClaimUsage');
}
