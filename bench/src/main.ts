import { assessBench } from './assess';
import { emitBench } from './emit';
import { sync, syncRoles } from './sync/sync';

/** Each takes its options and prints one line of JSON per figure. */
const benches: Record<string, (args: string[]) => Promise<void>> = {
  sync,
  emit: emitBench,
  assess: assessBench,
};

/** What the processes do that a benchmark starts beside itself. */
const roles: Record<string, () => Promise<void>> = { ...syncRoles };

async function main(args: string[]): Promise<void> {
  const [first, ...rest] = args;
  if (first === '--role') {
    await roles[rest[0]]();
    return;
  }
  const names = first && !first.startsWith('--') ? [first] : [];
  const wanted = names.length > 0 ? names : Object.keys(benches);
  for (const name of wanted) {
    const bench = benches[name];
    if (!bench) {
      throw new Error(
        `There is no benchmark ${name}; there are ${Object.keys(benches).join(
          ', ',
        )}.`,
      );
    }
    await bench(names.length > 0 ? rest : args);
  }
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
