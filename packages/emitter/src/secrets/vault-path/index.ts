import { nameRefusals, repeated } from '../../apps/app-checks';
import { list, record } from '../../apps/app-schema';
import { define } from '../../emission/definition';
import {
  appName,
  entityRef,
  namespaceName,
  purposeName,
  secretKey,
} from '../../input/fields';
import { vaultPath } from '../external-secret';
import { handOver } from './hand-over';
import { pathTerraform, roleTerraform } from './terraform';

/** @public A path in Vault for the secrets of an app: who may read it, and who writes it. */
export interface VaultPathInput {
  app: string;
  purpose: string;
  /** Names of the properties. Their values are written by their owner, and by nobody else. */
  keys: string[];
  /** Who writes the values. */
  owner: string;
  namespace?: string;
  /** ServiceAccount that may read, in that namespace; the name of the app where left out. */
  serviceAccount?: string;
}

/** Terraform for a path, a policy and a role; the value is no part of it. */
export const vaultPathFiles = define<VaultPathInput>({
  title: 'Vault path',
  schema: record(
    {
      app: { ...appName, title: 'App' },
      purpose: purposeName,
      keys: list(secretKey, 40, { minItems: 1, uniqueItems: true }),
      owner: { ...entityRef, title: 'Owner of the values' },
      namespace: namespaceName,
      serviceAccount: { ...namespaceName, title: 'ServiceAccount' },
    },
    ['app', 'purpose', 'keys', 'owner'],
    { title: 'Vault path' },
  ),
  refuse: (input, conventions) => [
    ...nameRefusals(
      { app: input.app, namespace: input.namespace },
      conventions,
    ),
    ...repeated(
      input.keys.map(key => ({ key })),
      'keys',
      'key',
    ),
    // Vault keeps no more in one entry of the metadata.
    ...(input.keys.join(',').length > 512
      ? [
          {
            field: 'keys',
            problem: 'Their names are too long for the metadata of the path.',
            allowed: 'Names of at most 512 characters together.',
          },
        ]
      : []),
  ],
  build(input, conventions) {
    const { vault } = conventions;
    const { app, purpose } = input;
    const file = `${vault.terraformFolder}/path_${app}_${purpose}`;
    const path = `${vault.mount}/${vaultPath(app, purpose)}`;
    return {
      files: [
        {
          path: `${vault.terraformFolder}/app_${app}.tf`,
          content: roleTerraform(input, conventions),
          why: `What ${app} may read in Vault, and as whom. The same for all its paths.`,
        },
        {
          path: `${file}.tf`,
          content: pathTerraform(input, conventions),
          why: `The path ${path}, with its owner and the names of its properties; no value.`,
        },
        {
          path: `${file}.md`,
          content: handOver(input, conventions),
          why: 'Who writes the values, and how, so that they pass through nobody else.',
        },
      ],
      order: [
        'After the merge, "terraform apply" makes the path, the policy and the role.',
        `${input.owner} writes ${input.keys.join(', ')} to ${path}.`,
        'From then on an ExternalSecret can fill a Secret from it.',
      ],
    };
  },
});
