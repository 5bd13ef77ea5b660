import { defineKind } from '../../definition/kind';
import { objectAt, stringAt } from '../../reading/raw';
import { fluxKind } from './flux-kind';
import {
  FluxReference,
  reference,
  referenceLink,
  secretAt,
} from './references';

const GROUP = 'notification.toolkit.fluxcd.io';

/** An address that others call when there is something new. */
export const receiver = fluxKind({
  group: GROUP,
  kind: 'Receiver',
  plural: 'receivers',
  versions: ['v1', 'v1beta2'],
  reads: ['spec.secretRef', 'spec.type'],
  revision: () => undefined,
  url: raw => stringAt(raw, 'spec', 'type'),
  references: raw => secretAt(raw, 'spec', 'secretRef'),
});

type NoticeFacts = { type?: string; references?: FluxReference[] };

/** Alert and Provider have no status since v1beta3. */
function notice(kind: string, plural: string) {
  return defineKind<NoticeFacts>({
    group: GROUP,
    kind,
    plural,
    versions: ['v1beta3', 'v1beta2'],
    namespaced: true,
    statusless: true,
    stateless: true,
    reads: ['spec.type', 'spec.providerRef', 'spec.secretRef'],
    project: raw => {
      const type = stringAt(raw, 'spec', 'type');
      const references = [
        ...reference(objectAt(raw, 'spec', 'providerRef'), 'provider', {
          group: GROUP,
          kind: 'Provider',
          needed: true,
        }),
        ...secretAt(raw, 'spec', 'secretRef'),
      ];
      return {
        ...(type ? { type } : {}),
        ...(references.length > 0 ? { references } : {}),
      };
    },
    links: ({ facts, meta }) =>
      (facts.references ?? []).map(one => referenceLink(one, meta.namespace)),
    shows: ['type'],
  });
}

export const alert = notice('Alert', 'alerts');
export const provider = notice('Provider', 'providers');
