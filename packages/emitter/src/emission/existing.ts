import { Built } from './definition';
import { ExistingFiles, Refusal } from './emission';

/**
 * What of the repository is in the way: a file that says something else, a folder that holds another app, a host or a
 * namespace that another file has. What is there already byte for byte is not.
 */
export function existingRefusals(
  kind: string,
  { files, folder, hosts = [], namespaces = [] }: Built,
  existing: ExistingFiles,
): Refusal[] {
  if (existing.size === 0) {
    return [];
  }
  const name = kind.startsWith('app:') || kind === 'catalog-info';
  const field = name ? 'name' : 'app';
  const changed = files.filter(
    ({ path, content }) => existing.has(path) && existing.get(path) !== content,
  );
  const refusals = changed.map(({ path }) => ({
    field,
    problem: `${path} is there already and says something else.`,
    allowed: 'A name that is free, or the very same answers again.',
  }));
  const complete = files.every(({ path }) => existing.has(path));
  if (folder && refusals.length === 0 && !complete) {
    const own = new Set(files.map(({ path }) => path));
    const foreign = [...existing.keys()].find(
      path => path.toLowerCase().startsWith(`${folder}/`) && !own.has(path),
    );
    if (foreign !== undefined) {
      refusals.push({
        field,
        problem: `The folder ${folder} is there already and holds other files.`,
        allowed: 'A name that is free.',
      });
    }
  }
  const own = new Set(files.map(({ path }) => path));
  for (const [path, content] of existing) {
    if (own.has(path)) {
      continue;
    }
    if (hosts.some(host => hasHost(content, host))) {
      refusals.push({
        field: kind === 'http-route' ? 'host' : 'route.host',
        problem: `The route in ${path} has this host.`,
        allowed: 'A host that no other route has.',
      });
    }
    if (namespaces.some(one => makesNamespace(content, one))) {
      refusals.push({
        field: 'namespace',
        problem: `${path} makes this namespace.`,
        allowed:
          'A namespace of its own, or "ownsNamespace: false" to share that one.',
      });
    }
  }
  return refusals;
}

function hasHost(content: string, host: string): boolean {
  return (
    content.includes(host) &&
    /^kind: ["']?(HTTPRoute|GRPCRoute|TLSRoute|Ingress)\b/m.test(content) &&
    new RegExp(`(^|[\\s"'[,:])${escape(host)}($|[\\s"'\\],])`, 'm').test(
      content,
    )
  );
}

function makesNamespace(content: string, namespace: string): boolean {
  return (
    content.includes(namespace) &&
    new RegExp(
      `^kind: ["']?Namespace["']?\\s*$(?:(?!^---)[\\s\\S])*?^  name: ["']?${escape(
        namespace,
      )}["']?\\s*$`,
      'm',
    ).test(content)
  );
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
