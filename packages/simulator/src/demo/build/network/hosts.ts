import { DemoApplication, DemoPlatform, DemoWorkload } from '../../platform';

export const GATEWAY = { name: 'platform', namespace: 'gateway' };

/** The host by which an application is reached, where it is exposed. */
export function hostOf(
  { domains }: DemoPlatform,
  { host }: DemoApplication,
): string | undefined {
  if (!host || host.includes('.')) return host;
  return domains.length > 0 ? `${host}.${domains[0].name}` : undefined;
}

/** The workload behind the route of an application: the one it names, else its first with a service. */
export function exposedWorkload({
  exposes,
  workloads,
}: DemoApplication): DemoWorkload | undefined {
  return workloads.find(({ name, kind }) =>
    exposes ? name === exposes : kind !== 'DaemonSet',
  );
}

/** The listener of the gateway that takes a host. */
export function listenerOf({ domains }: DemoPlatform, host: string): string {
  const domain = domains.find(({ name }) => host.endsWith(`.${name}`));
  if (!domain) {
    throw new Error(`No listener of the demo's gateway takes ${host}.`);
  }
  return domain.listener;
}
