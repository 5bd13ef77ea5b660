import { Conventions } from '../conventions/conventions';
import { Manifest } from '../emission/manifest';
import { hostOf, httpRoute } from '../network/http-route';
import { gatewayPolicy, networkPolicy } from '../network/network-policy';
import { externalSecret, vaultPath } from '../secrets/external-secret';
import { claim } from '../storage/claim';
import { disruptionBudget } from '../workloads/disruption-budget';
import { namespaceManifest } from '../workloads/namespace';
import { serviceMonitor } from '../workloads/service-monitor';
import { AppInput } from './app-input';
import { namespaceOf } from './application';

/** An object of an app, the name of its file and why it is there. */
export interface Companion {
  file: string;
  manifest: Manifest;
  why: string;
}

/** The objects beside the workload that the answers ask for, in the order in which they are applied. */
export function companionsOf(
  input: AppInput,
  podLabels: Record<string, string>,
  podSecurity: string,
  conventions: Conventions,
): Companion[] {
  const { name, route, monitoring, network } = input;
  const namespace = namespaceOf(input);
  const found: Companion[] = [];
  const add = (file: string, manifest: Manifest, why: string) =>
    found.push({ file: `${file}.yaml`, manifest, why });

  if (input.ownsNamespace !== false) {
    add(
      'namespace',
      namespaceManifest(namespace, podSecurity),
      `The namespace, with what its pods may do at most (${podSecurity}).`,
    );
  }
  for (const secret of input.secrets ?? []) {
    add(
      `external-secret-${secret.purpose}`,
      externalSecret(name, namespace, secret, conventions),
      `Fills a Secret from ${conventions.vault.mount}/${vaultPath(
        name,
        secret.purpose,
      )} in Vault; no value stands in Git.`,
    );
  }
  if (route || network || monitoring) {
    add(
      'network-policy',
      networkPolicy(
        name,
        namespace,
        { podLabels, network, route, monitoring },
        conventions,
      ),
      'Who may reach the pods, and whom they may reach.',
    );
  }
  if (route && conventions.network.cilium) {
    add(
      'cilium-network-policy',
      gatewayPolicy(name, namespace, podLabels, route),
      'Lets in what comes through the gateway, which no NetworkPolicy can name.',
    );
  }
  for (const volume of input.volumes ?? []) {
    add(
      `pvc-${volume.name}`,
      claim(name, namespace, volume, conventions),
      'A volume that stays even when its file is deleted.',
    );
  }
  if ((input.replicas ?? 1) > 1) {
    add(
      'pod-disruption-budget',
      disruptionBudget(name, namespace, podLabels),
      'A drain takes one pod at a time.',
    );
  }
  if (monitoring) {
    add(
      'service-monitor',
      serviceMonitor(name, namespace, podLabels, monitoring, conventions),
      'What Prometheus reads.',
    );
  }
  if (route) {
    add(
      'http-route',
      httpRoute(name, namespace, route, conventions),
      `Reached at https://${hostOf(name, route, conventions)}.`,
    );
  }
  return found;
}

const BUILT_IN = new Set([
  'v1',
  'apps/v1',
  'policy/v1',
  'networking.k8s.io/v1',
]);

/** Whether some are of kinds that other Applications install. */
export function needsForeignKinds(companions: readonly Companion[]): boolean {
  return companions.some(({ manifest }) => !BUILT_IN.has(manifest.apiVersion));
}
