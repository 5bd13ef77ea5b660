import { Conventions } from '../conventions/conventions';
import { secretName, vaultPath } from '../secrets/external-secret';
import { AppInput } from './app-input';
import { Companion } from './companions';

const WAVE = 'argocd.argoproj.io/sync-wave';

/** What happens, and in which order, once the files are merged. */
export function orderOf(
  input: AppInput,
  workload: string,
  companions: readonly Companion[],
  conventions: Conventions,
): string[] {
  const { gitops, vault, waves } = conventions;
  const waveOfApp = waves[input.level ?? 'workload'];
  const steps = (input.secrets ?? []).map(
    ({ purpose, keys }) =>
      `Before the merge, who owns the values writes ${keys
        .map(({ key, property }) => property ?? key)
        .join(', ')} to ${vault.mount}/${vaultPath(
        input.name,
        purpose,
      )} in Vault; ${secretName(input.name, purpose)} is not made until then.`,
  );
  steps.push(
    `After the merge, the root Application finds ${gitops.applicationFile} by ${gitops.rootInclude} and creates ${input.name} in wave ${waveOfApp}.`,
  );
  const byWave = new Map<number, string[]>([[0, [workload]]]);
  for (const { manifest } of companions) {
    const wave = Number(manifest.metadata.annotations?.[WAVE] ?? 0);
    const names = byWave.get(wave) ?? [];
    names.push(`${manifest.kind} ${manifest.metadata.name}`);
    byWave.set(wave, names);
  }
  for (const wave of [...byWave.keys()].sort((a, b) => a - b)) {
    steps.push(`Wave ${wave}: ${byWave.get(wave)?.join(', ')}.`);
  }
  return steps;
}
