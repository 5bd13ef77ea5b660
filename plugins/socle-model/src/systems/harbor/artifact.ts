import { defineKind } from '../../definition/kind';
import {
  booleanAt,
  isObject,
  numberAt,
  RawObject,
  stringAt,
  stringsAt,
  valueAt,
} from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { judgeArtifact } from './artifact-health';
import { ARTIFACT_REASONS } from './artifact-reasons';
import { HARBOR, linkWithin } from './harbor-object';

/** An image or chart, by repository and digest, with what the scanner says of it. */
export type ArtifactFacts = {
  repository?: string;
  digest?: string;
  type?: string;
  tags: string[];
  size?: number;
  /** When it was last pulled; absent for never. */
  pulled?: number;
  scanned: boolean;
  scanStatus?: string;
  severity?: string;
  scanEnded?: number;
  findings?: number;
  fixable?: number;
  critical?: number;
  high?: number;
  scanner?: string;
  /** `signature.cosign`, `signature.notation` or `none`; absent where that was not asked for. */
  signature?: string;
  sbom?: boolean;
};

export const artifact = defineKind<ArtifactFacts>({
  ...HARBOR,
  kind: 'Artifact',
  plural: 'artifacts',
  project,
  links: ({ facts, meta }) => [
    ...linkWithin(
      'project',
      'Project',
      facts.repository?.split('/')[0],
      meta,
      'target',
    ),
    ...linkWithin('repository', 'Repository', facts.repository, meta),
  ],
  health: judgeArtifact,
  reasons: ARTIFACT_REASONS,
  shows: ['digest', 'tags', 'size', 'pulled', 'sbom'],
});

function project(raw: RawObject): ArtifactFacts {
  const scan = valueAt(raw, 'status', 'scan');
  const scanner = [
    stringAt(scan, 'scanner'),
    stringAt(scan, 'scannerVersion'),
  ].filter(Boolean);
  return {
    repository: stringAt(raw, 'spec', 'repository'),
    digest: stringAt(raw, 'spec', 'digest'),
    type: stringAt(raw, 'spec', 'type'),
    tags: stringsAt(raw, 'spec', 'tags'),
    size: numberAt(raw, 'spec', 'size'),
    pulled: timeAt(raw, 'spec', 'pulled'),
    scanned: isObject(scan),
    scanStatus: stringAt(scan, 'status'),
    severity: stringAt(scan, 'severity'),
    scanEnded: timeAt(scan, 'ended'),
    findings: numberAt(scan, 'total'),
    fixable: numberAt(scan, 'fixable'),
    critical: numberAt(scan, 'critical'),
    high: numberAt(scan, 'high'),
    scanner: scanner.length > 0 ? scanner.join(' ') : undefined,
    signature: stringAt(raw, 'status', 'signature'),
    sbom: booleanAt(raw, 'status', 'sbom'),
  };
}
