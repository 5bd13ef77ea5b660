import { defineKind } from '../../definition/kind';
import { Link, linkByKey } from '../../definition/link';
import {
  booleanAt,
  numberAt,
  RawObject,
  stringAt,
  stringsAt,
} from '../../reading/raw';
import { HARBOR, linkWithin } from './harbor-object';
import { judgeProject } from './project-health';
import { registryKey } from './registry';

export type ProjectFacts = {
  instance?: string;
  endpoints: string[];
  id?: number;
  /** The registry that it is the cache of. */
  registryId?: number;
  repositories?: number;
  public?: boolean;
  /** Images with findings of this severity and above are not given out. */
  preventsFrom?: string;
  requiresSignature: boolean;
  scansOnPush?: boolean;
};

export const project = defineKind<ProjectFacts>({
  ...HARBOR,
  kind: 'Project',
  plural: 'projects',
  project: readProject,
  // Image names carry no port where it is the usual one.
  provides: ({ facts, meta }) =>
    [
      ...new Set(
        facts.endpoints.flatMap(endpoint => [
          endpoint,
          endpoint.replace(/:(443|80)$/, ''),
        ]),
      ),
    ].map(host => `harborProject:${host}/${meta.name}`),
  links: ({ facts, meta }) => {
    const links: Link[] = linkWithin(
      'instance',
      'Harbor',
      facts.instance,
      meta,
      'target',
    );
    if (facts.registryId !== undefined && facts.instance) {
      links.push(
        linkByKey(
          'upstream',
          registryKey(meta.namespace, facts.instance, facts.registryId),
          [`${HARBOR.group}/Registry`],
          'target',
        ),
      );
    }
    return links;
  },
  health: judgeProject,
  reasons: [
    {
      code: 'HarborProjectServed',
      cause: 'Nothing keeps the project from being pulled from.',
      evidence: 'spec.id',
      remedy: false,
    },
    {
      code: 'HarborProjectNotTold',
      cause: 'What is told of the project is not enough to judge it by.',
      evidence: 'spec.id',
      remedy: false,
    },
    {
      code: 'HarborProxyUpstreamUnknown',
      cause: 'How the registry behind the proxy cache is was not told.',
      evidence: 'spec.registryId',
      remedy: false,
    },
    {
      code: 'HarborProxyUpstreamDown',
      cause: 'The registry behind the proxy cache cannot be reached.',
      evidence: 'status.status of the Registry',
    },
    {
      code: 'HarborProxyRegistryMissing',
      cause: 'The proxy cache names a registry that does not exist any more.',
      evidence: 'spec.registryId',
    },
    {
      code: 'HarborProjectPushRefused',
      cause: "The project's quota is used up.",
      evidence: 'status.used of the Quota',
    },
  ],
  shows: ['public', 'scansOnPush', 'preventsFrom', 'requiresSignature'],
});

function readProject(raw: RawObject): ProjectFacts {
  const registryId = numberAt(raw, 'spec', 'registryId');
  const setting = (name: string) => booleanAt(raw, 'spec', 'metadata', name);
  return {
    instance: stringAt(raw, 'spec', 'instance'),
    endpoints: stringsAt(raw, 'spec', 'endpoints'),
    id: numberAt(raw, 'spec', 'id'),
    // Harbor writes nought where there is none.
    registryId:
      registryId !== undefined && registryId > 0 ? registryId : undefined,
    repositories: numberAt(raw, 'status', 'repoCount'),
    public: setting('public'),
    preventsFrom: setting('prevent_vul')
      ? stringAt(raw, 'spec', 'metadata', 'severity') ?? 'low'
      : undefined,
    requiresSignature:
      setting('enable_content_trust_cosign') === true ||
      setting('enable_content_trust') === true,
    scansOnPush: setting('auto_scan'),
  };
}
