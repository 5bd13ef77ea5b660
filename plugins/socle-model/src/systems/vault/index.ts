import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { kubernetesAuthRole } from './kubernetes-auth-role';
import { mount } from './mount';
import { policy } from './policy';
import { vaultProbe } from './probe';
import { secretFolder } from './secret-folder';
import { secretPath } from './secret-path';
import { vaultInstance } from './vault-instance';

/** @public HashiCorp Vault or OpenBao: where secret values live. Only what is not a value is read. */
export const vault = defineSystem({
  id: 'vault',
  title: 'Vault / OpenBao',
  area: 'secrets',
  layer: 'platform',
  description:
    'Keeps secret values; Socle reads its seal, high availability, mounts, versions, roles and policies, never a value.',
  kinds: [
    vaultInstance,
    mount,
    secretFolder,
    secretPath,
    kubernetesAuthRole,
    policy,
  ],
  probes: [vaultProbe],
  images: [
    'hashicorp/vault',
    'hashicorp/vault-enterprise',
    'openbao/openbao',
    'openbao/openbao-hsm-ubi',
  ],
  docs: 'https://openbao.org/docs/',
  translations: {
    fr: {
      description:
        'Garde des valeurs secrètes ; Socle en lit le scellement, la haute disponibilité, les montages, les versions, les rôles et les politiques, jamais une valeur.',
      causes: CAUSES_FR,
    },
  },
});
