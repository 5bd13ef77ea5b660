import { ReasonDefinition } from '../../definition/kind';

export const ARTIFACT_REASONS: readonly ReasonDefinition[] = [
  {
    code: 'HarborArtifactClean',
    cause: 'The scan found nothing of high or critical severity.',
    evidence: 'status.scan.severity',
    remedy: false,
  },
  {
    code: 'HarborArtifactScanRunning',
    cause: 'The scan is under way.',
    evidence: 'status.scan.status',
    remedy: false,
  },
  {
    code: 'HarborArtifactNotTold',
    cause: 'The scan says something that no rule knows.',
    evidence: 'status.scan.status',
    remedy: false,
  },
  {
    code: 'HarborArtifactNotScanned',
    cause: 'The artifact was never scanned.',
    evidence: 'status.scan',
  },
  {
    code: 'HarborArtifactScanStopped',
    cause: 'The scan was stopped.',
    evidence: 'status.scan.status',
  },
  {
    code: 'HarborArtifactScanFailed',
    cause: 'The scanner could not scan the artifact.',
    evidence: 'status.scan.status',
  },
  {
    code: 'HarborArtifactUnsigned',
    cause: 'The project gives out signed images only, and this one is not.',
    evidence: 'status.signature',
  },
  {
    code: 'HarborArtifactBlocked',
    cause: 'The project does not give out images with such findings.',
    evidence: 'status.scan.severity',
  },
  {
    code: 'HarborArtifactCritical',
    cause: 'The scan has found critical vulnerabilities.',
    evidence: 'status.scan.critical',
  },
  {
    code: 'HarborArtifactHigh',
    cause: 'The scan has found vulnerabilities of high severity.',
    evidence: 'status.scan.high',
  },
];
