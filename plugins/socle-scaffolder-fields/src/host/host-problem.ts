import { PlatformChoices } from '../api/socle-scaffolder-api';

/** The whole host that is meant; the name of the app where none is given. */
export function wholeHost(
  host: string | undefined,
  app: string | undefined,
  domains: readonly string[],
): string | undefined {
  const label = host ?? app;
  if (!label || domains.length === 0) {
    return undefined;
  }
  return label.includes('.') ? label : `${label}.${domains[0]}`;
}

/** Why a host cannot be taken, as a key of the messages; `by` is who has it. */
export function hostProblem(
  host: string,
  { domains, hosts = [] }: Pick<PlatformChoices, 'domains' | 'hosts'>,
  live: ReadonlyArray<{ host: string; by: string }> = [],
): { code: 'form' | 'domain' | 'taken'; by?: string } | undefined {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9-]+)+$/.test(host)) {
    return { code: 'form' };
  }
  const label = domains.find(
    domain =>
      host.endsWith(`.${domain}`) &&
      !host.slice(0, -domain.length - 1).includes('.'),
  );
  if (!label) {
    return { code: 'domain' };
  }
  const taken =
    hosts.find(one => one.host === host)?.path ??
    live.find(one => one.host === host)?.by;
  return taken ? { code: 'taken', by: taken } : undefined;
}
