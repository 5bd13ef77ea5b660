import {
  isObject,
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import { HttpAnswer, ProbeReading, ProbeTarget } from '../../definition/probe';
import { decoded, eachOf, harborObject, whereAnswered } from './harbor-object';

/** Tags of one artifact that are kept: builds can push hundreds. */
const MOST_TAGS = 5;

export function readArtifacts(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const repository = repositoryOf(answer.path);
  return eachOf(artifact => artifactObject(artifact, repository, target))(
    answer,
    target,
  );
}

/** One artifact, asked for by its digest or a tag. */
export function readArtifact(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  return whereAnswered(({ body }) => {
    const [subject] = isObject(body)
      ? artifactObject(body, repositoryOf(answer.path), target)
      : [];
    return subject ? { subject } : undefined;
  })(answer, target);
}

/** `shop/team/api` of a path whose repository part is encoded twice. */
function repositoryOf(path: string): string | undefined {
  const [, project, repository] =
    /\/projects\/([^/]+)\/repositories\/([^/]+)\/artifacts/.exec(path) ?? [];
  return project && repository
    ? `${decoded(project)}/${decoded(decoded(repository))}`
    : undefined;
}

function artifactObject(
  artifact: RawObject,
  asked: string | undefined,
  target: ProbeTarget,
): RawObject[] {
  const digest = stringAt(artifact, 'digest');
  const repository = stringAt(artifact, 'repository_name') ?? asked;
  if (!digest || !repository) {
    return [];
  }
  return [
    harborObject(target, 'Artifact', `${repository}@${digest}`, {
      created: stringAt(artifact, 'push_time'),
      spec: {
        repository,
        digest,
        type: stringAt(artifact, 'type'),
        tags: objectsAt(artifact, 'tags')
          .flatMap(tag => stringAt(tag, 'name') ?? [])
          .slice(0, MOST_TAGS),
        pulled: stringAt(artifact, 'pull_time'),
        size: numberAt(artifact, 'size'),
      },
      status: { scan: scanOf(artifact), ...accessoriesOf(artifact) },
    }),
  ];
}

/** The report of the first format that has one. Left out by the request or never made: both are "not scanned". */
function scanOf(artifact: RawObject): RawObject | null {
  const [report] = Object.values(objectAt(artifact, 'scan_overview')).filter(
    isObject,
  );
  if (!report) {
    return null;
  }
  const counts = objectAt(report, 'summary', 'summary');
  return {
    status: stringAt(report, 'scan_status'),
    severity: stringAt(report, 'severity'),
    ended: stringAt(report, 'end_time'),
    total: numberAt(report, 'summary', 'total'),
    fixable: numberAt(report, 'summary', 'fixable'),
    critical: numberAt(counts, 'Critical'),
    high: numberAt(counts, 'High'),
    scanner: stringAt(report, 'scanner', 'name'),
    scannerVersion: stringAt(report, 'scanner', 'version'),
  };
}

/** What is attached; a field that is not there at all was not asked for. An index has them on its children, too. */
function accessoriesOf(artifact: RawObject): RawObject {
  const own = valueAt(artifact, 'accessories');
  if (own === undefined) {
    return {};
  }
  const types = [
    ...objectsAt(artifact, 'accessories'),
    ...objectsAt(artifact, 'inherited_accessories'),
  ].flatMap(accessory => stringAt(accessory, 'type') ?? []);
  return {
    signature: types.find(type => type.startsWith('signature.')) ?? 'none',
    sbom: types.some(type => type.startsWith('sbom.')),
  };
}
