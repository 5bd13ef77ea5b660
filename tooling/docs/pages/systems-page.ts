import {
  KindDefinition,
  SystemDefinition,
} from '@socle/backstage-plugin-socle-model';
import { code, markdownTable, plain } from './markdown-table';
import { COMMON_AREA, needsRunbook, Reason, runbookPath } from './reason';

const INTRODUCTION = `# Systems

What Socle knows, made from the model by \`npm run docs\`: the kinds of each system, the versions it understands
(best first) and every reason that one of its resources can be given. A reason with a link has a runbook; one without
needs no remedy.

What no API shows (a firewall, a load balancer before the cluster, a storage array, GitHub, Terraform) is stated in
[\`socle.outside\`](guide/configuration.md#socleoutside): it has its place in chains, and its state is unknown.

How each is read is in [Permissions](guide/permissions.md#what-the-cluster-must-permit); how a system is added, in the
repository's CONTRIBUTING.md.
`;

/** docs/systems.md */
export function systemsPage(
  systems: readonly SystemDefinition[],
  common: readonly Reason[],
): string {
  const sorted = [...systems].sort((a, b) => a.title.localeCompare(b.title));
  return [
    INTRODUCTION,
    overview(sorted),
    ...sorted.map(section),
    '## Any kind',
    'Reasons from the checks that hold for every object, whatever its kind.',
    reasonTable(common.map(reason => ({ reason, area: COMMON_AREA }))),
    '',
  ].join('\n\n');
}

function overview(systems: SystemDefinition[]): string {
  return markdownTable(
    ['System', 'Area', 'Kinds', 'Reasons', 'What it is for'],
    systems.map(system => [
      `[${system.title}](#${system.id})`,
      system.area,
      String(system.kinds.length),
      String(system.kinds.flatMap(kind => kind.reasons ?? []).length),
      plain(system.description),
    ]),
  );
}

function section(system: SystemDefinition): string {
  const reasons = system.kinds.flatMap(kind =>
    (kind.reasons ?? []).map(reason => ({
      reason,
      area: system.area,
      kind: kind.kind,
    })),
  );
  return [
    `## ${system.title}`,
    ...anchorOf(system),
    `${plain(system.description)} Area ${code(system.area)}, layer ${code(
      system.layer,
    )}.${system.docs ? ` [Documentation](${system.docs}).` : ''}`,
    markdownTable(
      ['Kind', 'Group', 'Versions', 'Scope', 'Notes'],
      system.kinds.map(kind => [
        kind.kind,
        kind.group ? code(kind.group) : 'core',
        kind.versions.map(code).join(', '),
        kind.namespaced ? 'namespace' : 'cluster',
        notes(kind),
      ]),
    ),
    ...(reasons.length > 0 ? [reasonTable(reasons)] : []),
  ].join('\n\n');
}

function notes(kind: KindDefinition): string {
  return [
    kind.stateless ? 'no state of its own' : '',
    kind.metadataOnly ? 'metadata only' : '',
    kind.optional ? 'needs the optional role' : '',
    kind.source === 'probe' ? 'asked over HTTP' : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function reasonTable(
  reasons: Array<{ reason: Reason; area: string; kind?: string }>,
): string {
  const withKind = reasons.some(({ kind }) => kind);
  return markdownTable(
    ['Reason', ...(withKind ? ['Kind'] : []), 'Meaning', 'Evidence'],
    reasons.map(({ reason, area, kind }) => [
      needsRunbook(reason)
        ? `[${reason.code}](${runbookPath(area, reason)})`
        : reason.code,
      ...(withKind ? [kind ?? ''] : []),
      plain(reason.cause),
      plain(reason.evidence),
    ]),
  );
}

/** By its id is how other pages, and the catalog's entities, lead to a system: GitHub and TechDocs name headings apart. */
function anchorOf({ id, title }: SystemDefinition): string[] {
  return title.toLowerCase().replace(/\s/g, '-') === id
    ? []
    : [`<a id="${id}"></a>`];
}
