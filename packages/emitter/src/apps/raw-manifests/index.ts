import { Conventions } from '../../conventions/conventions';
import { define } from '../../emission/definition';
import { Refusal } from '../../emission/emission';
import { yamlText } from '../../emission/manifest';
import { findLiterals } from '../../literals/find-literals';
import { deployment } from '../../workloads/deployment';
import { proxyOf } from '../../workloads/image';
import { service } from '../../workloads/service';
import { appRefusals, repeated } from '../app-checks';
import { RawManifestsInput } from '../app-input';
import { rawManifestsSchema } from '../app-schema';
import {
  application,
  excludingOwnFiles,
  gitopsSource,
  namespaceOf,
} from '../application';
import { appFiles } from '../chart-app';
import { companionsOf, needsForeignKinds } from '../companions';

/** By this label the catalog's entity finds what runs: charts set it to the name of the release. */
const INSTANCE = 'app.kubernetes.io/instance';

/** Pattern D: plain manifests, no Helm. */
export const rawManifests = define<RawManifestsInput>({
  title: 'Raw Manifests',
  schema: rawManifestsSchema('Raw Manifests'),
  refuse(input, conventions) {
    return [
      ...appRefusals(input, conventions),
      ...workloadRefusals(input),
      ...imageRefusals(input, conventions),
      ...mountRefusals(input),
      ...portRefusals(input),
    ];
  },
  build(input, conventions) {
    const labels = labelsOf(input);
    const all = { [INSTANCE]: input.name, ...labels };
    const namespace = namespaceOf(input);
    const companions = companionsOf(
      input,
      labels,
      input.podSecurity ?? 'restricted',
      conventions,
    );
    return appFiles(input, 'D', conventions, {
      companions,
      workload: `Deployment ${input.name}, Service ${input.name}`,
      application: layout =>
        application(
          input,
          layout,
          {
            source: gitopsSource(conventions, {
              path: layout.folder,
              directory: excludingOwnFiles(conventions),
            }),
            serverSideApply: false,
            skipDryRun: needsForeignKinds(companions),
          },
          conventions,
        ),
      more: layout => [
        {
          path: `${layout.folder}/deployment.yaml`,
          content: yamlText(
            deployment(input, namespace, { picked: labels, all }, conventions),
          ),
          why: 'The pods, with requests, limits, probes and no more rights than they need.',
        },
        {
          path: `${layout.folder}/service.yaml`,
          content: yamlText(
            service(
              input.name,
              namespace,
              { picked: labels, all },
              input.workload.ports,
            ),
          ),
          why: 'One address for the pods.',
        },
      ],
    });
  },
});

function labelsOf(input: RawManifestsInput): Record<string, string> {
  return (
    input.podLabels ?? {
      'app.kubernetes.io/name': input.name,
      [INSTANCE]: input.name,
    }
  );
}

function workloadRefusals({
  workload,
  podLabels,
}: RawManifestsInput): Refusal[] {
  const literals = findLiterals({
    env: workload.env,
    args: workload.args,
    command: workload.command,
  }).map(({ path, what }) => ({
    field: `workload.${path.join('.')}`,
    problem: what,
    allowed: 'No value of a secret: list it under secrets.',
  }));
  return [
    ...literals,
    ...repeated(workload.ports, 'workload.ports', 'name'),
    ...repeated(workload.ports, 'workload.ports', 'port'),
    ...repeated(workload.env, 'workload.env', 'name'),
    ...(podLabels && Object.keys(podLabels).length === 0
      ? [
          {
            field: 'podLabels',
            problem: 'Without labels the Service would pick no pod.',
            allowed: 'At least one label.',
          },
        ]
      : []),
  ];
}

function imageRefusals(
  { workload }: RawManifestsInput,
  conventions: Conventions,
): Refusal[] {
  return conventions.images.rewrite === 'admission' &&
    proxyOf(workload.image, conventions)
    ? [
        {
          field: 'workload.image',
          problem:
            'It names the proxy, which Kyverno puts in front of it at admission.',
          allowed: 'The upstream name, such as ghcr.io/acme/shop:1.4.2.',
        },
      ]
    : [];
}

/** Two things cannot be mounted at one place; and most volumes serve the pods of one node only. */
function mountRefusals(input: RawManifestsInput): Refusal[] {
  const taken = new Set(input.workload.writableRoot ? [] : ['/tmp']);
  const refusals: Refusal[] = [];
  const mount = (at: string | undefined, field: string) => {
    const place = at?.replace(/\/+$/, '');
    if (place !== undefined && taken.has(place)) {
      refusals.push({
        field,
        problem: 'Something else is mounted there.',
        allowed: 'A folder of its own.',
      });
    }
    taken.add(place ?? '');
  };
  (input.volumes ?? []).forEach((volume, index) => {
    mount(volume.mountPath, `volumes[${index}].mountPath`);
    if ((input.replicas ?? 1) > 1 && volume.accessMode !== 'ReadWriteMany') {
      refusals.push({
        field: `volumes[${index}].accessMode`,
        problem: 'Several pods cannot share such a volume.',
        allowed: 'ReadWriteMany, or one pod.',
      });
    }
  });
  (input.secrets ?? []).forEach((secret, index) => {
    if (secret.mountPath !== undefined) {
      mount(secret.mountPath, `secrets[${index}].mountPath`);
    }
  });
  return refusals;
}

/** The route and Prometheus come in by ports that the Service has. */
function portRefusals(input: RawManifestsInput): Refusal[] {
  const { ports } = input.workload;
  const refusals: Refusal[] = [];
  const { route, monitoring } = input;
  if (
    route &&
    (route.service ?? input.name) === input.name &&
    !ports.some(({ port }) => port === route.port)
  ) {
    refusals.push({
      field: 'route.port',
      problem: 'The Service has no such port.',
      allowed: 'A port of workload.ports.',
    });
  }
  if (monitoring && !ports.some(({ name }) => name === monitoring.port)) {
    refusals.push({
      field: 'monitoring.port',
      problem: 'The Service has no such port.',
      allowed: 'The name of a port of workload.ports.',
    });
  }
  return refusals;
}
