import { defineKind, KindDefinition } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { objectAt, objectsAt, RawObject, stringAt } from '../../reading/raw';

export const GENERATOR_GROUP = 'generators.external-secrets.io';

type GeneratorFacts = {
  /** Of a ClusterGenerator: which generator it holds. */
  holds?: string;
};

/** Kinds that make values instead of fetching them, with their names in the API. */
const GENERATORS: ReadonlyArray<[kind: string, plural: string]> = [
  ['ACRAccessToken', 'acraccesstokens'],
  ['CloudsmithAccessToken', 'cloudsmithaccesstokens'],
  ['ECRAuthorizationToken', 'ecrauthorizationtokens'],
  ['Fake', 'fakes'],
  ['GCRAccessToken', 'gcraccesstokens'],
  ['GithubAccessToken', 'githubaccesstokens'],
  ['Grafana', 'grafanas'],
  ['MFA', 'mfas'],
  ['Password', 'passwords'],
  ['QuayAccessToken', 'quayaccesstokens'],
  ['SSHKey', 'sshkeys'],
  ['STSSessionToken', 'stssessiontokens'],
  ['UUID', 'uuids'],
  ['VaultDynamicSecret', 'vaultdynamicsecrets'],
  ['Webhook', 'webhooks'],
];

/** They have no state: what goes wrong in them shows on the ExternalSecret that asks. */
export const generators: readonly KindDefinition[] = [
  ...GENERATORS.map(([kind, plural]) => generator(kind, plural, true)),
  generator('ClusterGenerator', 'clustergenerators', false),
];

function generator(
  kind: string,
  plural: string,
  namespaced: boolean,
): KindDefinition {
  return defineKind<GeneratorFacts>({
    group: GENERATOR_GROUP,
    kind,
    plural,
    versions: ['v1alpha1'],
    namespaced,
    stateless: true,
    statusless: true,
    reads: ['spec.kind'],
    project: raw => {
      const holds = namespaced ? undefined : stringAt(raw, 'spec', 'kind');
      return holds ? { holds } : {};
    },
    shows: ['holds'],
  });
}

/** The generators that entries name, as `Kind/name`. */
export function generatorsOf(spec: RawObject): string[] {
  const found = objectsAt(spec, 'dataFrom').flatMap(entry => {
    const ref = objectAt(entry, 'sourceRef', 'generatorRef');
    const name = stringAt(ref, 'name');
    const kind = stringAt(ref, 'kind');
    return name && kind ? [`${kind}/${name}`] : [];
  });
  return [...new Set(found)];
}

export function generatorLink(generatorName: string, namespace?: string) {
  const [kind, name] = generatorName.split('/');
  return linkTo(
    'generator',
    {
      group: GENERATOR_GROUP,
      kind,
      name,
      ...(kind === 'ClusterGenerator' ? {} : { namespace }),
    },
    'target',
  );
}
