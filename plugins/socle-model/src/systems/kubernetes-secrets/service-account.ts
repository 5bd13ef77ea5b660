import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { objectsAt, RawObject, stringAt } from '../../reading/raw';

type ServiceAccountFacts = {
  /** Names of Secrets in its namespace that its pods pull images with. */
  imagePullSecrets?: string[];
};

export const serviceAccount = defineKind<ServiceAccountFacts>({
  group: '',
  kind: 'ServiceAccount',
  plural: 'serviceaccounts',
  versions: ['v1'],
  namespaced: true,
  stateless: true,
  reads: ['imagePullSecrets'],
  project: (raw: RawObject) => {
    const imagePullSecrets = objectsAt(raw, 'imagePullSecrets')
      .map(one => stringAt(one, 'name'))
      .filter(name => name !== undefined);
    return imagePullSecrets.length > 0 ? { imagePullSecrets } : {};
  },
  links: ({ facts, meta }) =>
    (facts.imagePullSecrets ?? []).map(name =>
      linkTo('usesSecret', {
        group: '',
        kind: 'Secret',
        namespace: meta.namespace,
        name,
      }),
    ),
});
