import { EmitKind } from '@socle/emitter';
import {
  ActionFields,
  chartFields,
  FormField,
  identityFields,
  workloadFields,
} from './form-fields';
import {
  closed,
  clusterField,
  keysField,
  Page,
  placePage,
  previewPage,
  surroundingsPage,
} from './form-pages';
import { valueDefinitions } from './literal-secrets';

interface AppTemplate {
  id: string;
  title: string;
  description: string;
  kind: EmitKind;
  pattern: 'A' | 'B' | 'C' | 'D';
}

const apps: readonly AppTemplate[] = [
  {
    id: 'new-service-helm-configs',
    title: 'New service: Helm + Configs',
    description:
      'An external chart, its values in a file, its other manifests in a folder of their own (pattern A).',
    kind: 'app:helm-configs',
    pattern: 'A',
  },
  {
    id: 'new-service-helm-inline',
    title: 'New service: Helm + Inline',
    description:
      'An external chart with its values inside the Application (pattern B).',
    kind: 'app:helm-inline',
    pattern: 'B',
  },
  {
    id: 'new-service-wrapper-chart',
    title: 'New service: Wrapper Chart',
    description: 'A local chart that wraps an external one (pattern C).',
    kind: 'app:wrapper-chart',
    pattern: 'C',
  },
  {
    id: 'new-service-raw-manifests',
    title: 'New service: Raw Manifests',
    description: 'Plain Kubernetes manifests, no Helm (pattern D).',
    kind: 'app:raw-manifests',
    pattern: 'D',
  },
];

/** All templates, by the name of their folder. */
export function templates(): Record<string, object> {
  return {
    ...Object.fromEntries(apps.map(app => [app.id, appTemplate(app)])),
    'add-a-secret': addSecretTemplate(),
  };
}

function appTemplate({ id, title, description, kind, pattern }: AppTemplate) {
  const isChart = kind !== 'app:raw-manifests';
  const workload: Page = isChart
    ? {
        title: 'Chart',
        required: ['chart'],
        properties: chartFields(kind !== 'app:wrapper-chart'),
        definitions: valueDefinitions(),
      }
    : {
        title: 'Workload',
        required: ['workload'],
        properties: workloadFields(),
      };
  const pages = [
    {
      title: 'What it is',
      required: ['name', 'catalog'],
      properties: identityFields(),
    },
    workload,
    placePage(kind),
    surroundingsPage(kind),
    previewPage([kind]),
  ];
  const asked = pages
    .flatMap(({ properties }) => Object.keys(properties))
    .filter(field => field !== 'preview');
  return template(id, title, description, pages, {
    steps: [
      {
        id: 'app',
        name: 'Write the files',
        action: `socle:${kind}`,
        input: parameters(asked),
      },
      {
        id: 'verify',
        name: 'Check them',
        action: 'socle:gitops:verify',
        input: { expect: pattern, ...parameters(['cluster']) },
      },
      {
        id: 'propose',
        name: 'Propose them',
        action: 'socle:gitops:pull-request',
        input: {
          name: 'new-${{ parameters.name }}',
          title: 'Add ${{ parameters.name }}',
          owner: '${{ parameters.catalog.owner }}',
          emissions: ['${{ steps.app.output.emission }}'],
          ...parameters(['cluster']),
        },
      },
    ],
    output: output("- ${{ steps.app.output.order | join('\\n- ') }}"),
  });
}

function addSecretTemplate() {
  const vault = new ActionFields('vault:path');
  const fields: Record<string, FormField> = {
    app: vault.field('app', {
      title: 'App',
      description: 'An app of the GitOps repository.',
      'ui:field': 'SocleName',
      'ui:options': { of: 'existingApp' },
    }),
    cluster: clusterField(vault),
    purpose: vault.field('purpose', {
      title: 'What for',
      description: 'A word: db, oidc, mail.',
    }),
    keys: vault.field('keys', keysField('Keys')),
    owner: vault.field('owner', {
      title: 'Owner of the values',
      description: 'Who writes them to Vault, and is asked to review.',
      'ui:field': 'OwnerPicker',
      'ui:options': { catalogFilter: { kind: ['Group', 'User'] } },
    }),
  };
  const pages = [
    {
      title: 'The secret',
      description:
        'Names only. Its values are written to Vault by their owner, and pass through nobody else.',
      required: ['app', 'purpose', 'keys', 'owner'],
      properties: fields,
    },
    previewPage(['vault:path', 'external-secret']),
  ];
  return template(
    'add-a-secret',
    'Add a secret',
    'A path in Vault, who may read it, and the Secret that is filled from it.',
    pages,
    {
      steps: [
        {
          id: 'vault',
          name: 'Write the path in Vault',
          action: 'socle:vault:path',
          input: parameters(['app', 'cluster', 'purpose', 'keys', 'owner']),
        },
        {
          id: 'secret',
          name: 'Write the ExternalSecret',
          action: 'socle:external-secret',
          input: parameters(['app', 'cluster', 'purpose', 'keys']),
        },
        {
          id: 'verify',
          name: 'Check them',
          action: 'socle:gitops:verify',
          input: parameters(['cluster']),
        },
        {
          id: 'propose',
          name: 'Propose them',
          action: 'socle:gitops:pull-request',
          input: {
            name: 'secret-${{ parameters.app }}-${{ parameters.purpose }}',
            title:
              'Add the secret ${{ parameters.purpose }} to ${{ parameters.app }}',
            owner: '${{ parameters.owner }}',
            emissions: [
              '${{ steps.vault.output.emission }}',
              '${{ steps.secret.output.emission }}',
            ],
            ...parameters(['cluster']),
          },
        },
      ],
      output: output(
        "- ${{ steps.vault.output.order | join('\\n- ') }}\n- ${{ steps.secret.output.order | join('\\n- ') }}",
      ),
    },
  );
}

function parameters(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map(name => [name, `\${{ parameters.${name} }}`]),
  );
}

function output(order: string): object {
  return {
    links: [
      {
        title: 'Pull request',
        url: '${{ steps.propose.output.remoteUrl }}',
        icon: 'github',
      },
    ],
    text: [{ title: 'What happens, in this order', content: order }],
  };
}

function template(
  name: string,
  title: string,
  description: string,
  pages: readonly Page[],
  more: object,
): object {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name, title, description, tags: ['gitops', 'kubernetes'] },
    spec: {
      owner: 'group:default/platform',
      type: name.startsWith('new-') ? 'service' : 'secret',
      parameters: closed(pages),
      ...more,
    },
  };
}
