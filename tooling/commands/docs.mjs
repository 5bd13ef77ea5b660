import { bundle } from '../launcher/bundle.mjs';
import { root } from '../launcher/places.mjs';
import { run as runProcess } from '../launcher/processes.mjs';
import { workspace } from '../launcher/workspace.mjs';

/** Writes what of the documentation is made from the model; then says what is still wrong with the rest. */
export async function run(args) {
  const tools = await workspace();
  const file = await bundle('verify-docs', 'tooling/docs/main.ts');
  return runProcess(tools.node, [file, '--write', ...args], {
    cwd: root,
    env: tools.env,
  });
}
