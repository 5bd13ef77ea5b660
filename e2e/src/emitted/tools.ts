import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import {
  buildWithGo,
  cacheFolder,
  hasGo,
  requiredVersion,
} from '../kubernetes-api/go-build';

/** Programs that read what is emitted, by their module and where in it they are. */
const PROGRAMS = {
  helm: { module: 'helm.sh/helm/v3', at: 'cmd/helm' },
  kubeconform: {
    module: 'github.com/yannh/kubeconform',
    at: 'cmd/kubeconform',
  },
  hclfmt: { module: 'github.com/hashicorp/hcl/v2', at: 'cmd/hclfmt' },
} as const;

/**
 * A program of the machine, else built once from its Go module; says in a word why there is none. `SOCLE_KUBERNETES=off`
 * goes without at once.
 */
export function findTool(tool: keyof typeof PROGRAMS): string | undefined {
  if (process.env.SOCLE_KUBERNETES === 'off') {
    return without(tool, 'SOCLE_KUBERNETES is off');
  }
  const there = onPath(tool);
  if (there) {
    return there;
  }
  const { module, at } = PROGRAMS[tool];
  const source = dirname(require.resolve('../../go/tools/go.mod'));
  const binary = join(
    cacheFolder(`${tool}-${requiredVersion(source, module)}`),
    tool,
  );
  if (existsSync(binary)) {
    return binary;
  }
  if (!hasGo()) {
    return without(tool, `neither ${tool} nor go is here`);
  }
  process.stderr.write(`Building ${tool} into ${dirname(binary)}, once …\n`);
  return buildWithGo(source, `${module}/${at}`, binary)
    ? binary
    : without(tool, 'the build failed');
}

function without(tool: string, why: string): undefined {
  process.stderr.write(`No ${tool}: ${why}.\n`);
}

/** A program of the machine that nothing builds. */
export function onPath(program: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map(folder => join(folder, program))
    .find(file => existsSync(file));
}
