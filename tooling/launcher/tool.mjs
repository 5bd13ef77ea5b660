import { bundle } from './bundle.mjs';
import { run } from './processes.mjs';
import { workspace } from './workspace.mjs';

/** A command that is one bundled file run on the right Node, in the caller's folder. */
export function tool(name, entry, nodeArgs = []) {
  return async function runTool(args) {
    const { node, env } = await workspace();
    const file = await bundle(name, entry);
    // `npm run` changes to the project's folder; paths are meant from where the person is.
    const cwd = process.env.INIT_CWD ?? process.cwd();
    return run(node, ['--enable-source-maps', ...nodeArgs, file, ...args], {
      cwd,
      env,
    });
  };
}
