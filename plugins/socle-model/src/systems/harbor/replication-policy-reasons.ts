import { ReasonDefinition } from '../../definition/kind';

const STATUS = 'status.runs[0].status';

export const POLICY_REASONS: readonly ReasonDefinition[] = [
  {
    code: 'HarborReplicationSucceeded',
    cause: 'The last run copied what there was to copy.',
    evidence: STATUS,
    remedy: false,
  },
  {
    code: 'HarborReplicationRunning',
    cause: 'The first run that is known is under way.',
    evidence: STATUS,
    remedy: false,
  },
  {
    code: 'HarborReplicationDisabled',
    cause: 'The policy is switched off.',
    evidence: 'spec.enabled',
    remedy: false,
  },
  {
    code: 'HarborReplicationWaits',
    cause: 'The policy is started by hand, and never was.',
    evidence: 'spec.trigger',
    remedy: false,
  },
  {
    code: 'HarborReplicationNotTold',
    cause: 'How its runs went was not told.',
    evidence: 'status.runs',
    remedy: false,
  },
  {
    code: 'HarborReplicationEndDown',
    cause: 'The registry that it copies from or to cannot be reached.',
    evidence: 'status.status of the Registry',
  },
  {
    code: 'HarborReplicationNeverRan',
    cause: 'The policy has never run, although nobody has to start it.',
    evidence: 'status.runs',
  },
  {
    code: 'HarborReplicationHangs',
    cause: 'A run has been going on for too long.',
    evidence: 'status.runs[0].start',
  },
  {
    code: 'HarborReplicationRunFailed',
    cause: 'The last run failed.',
    evidence: 'status.runs[0].failed',
  },
  {
    code: 'HarborReplicationFailing',
    cause: 'The last runs have all failed.',
    evidence: STATUS,
  },
  {
    code: 'HarborReplicationStopped',
    cause: 'Somebody stopped the last run.',
    evidence: STATUS,
  },
  {
    code: 'HarborReplicationLate',
    cause: 'A planned run did not take place.',
    evidence: 'status.runs[0].end',
  },
];
