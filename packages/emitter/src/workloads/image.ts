import { Conventions } from '../conventions/conventions';

/** The registry of an image, and the rest of its name. */
export function splitImage(image: string): { registry: string; path: string } {
  const slash = image.indexOf('/');
  const first = slash === -1 ? '' : image.slice(0, slash);
  const isHost = /[.:]|[A-Z]/.test(first) || first === 'localhost';
  const rest = isHost ? image.slice(slash + 1) : image;
  const registry = isHost ? first.toLowerCase() : 'docker.io';
  const hub = /^(index\.|registry-1\.)?docker\.io$/.test(registry);
  const name = rest.replace(/[:@].*$/, '');
  return {
    registry: hub ? 'docker.io' : registry,
    path: hub && !name.includes('/') ? `library/${rest}` : rest,
  };
}

/** Whether a tag or digest says which image it is for good. */
export function isPinned(image: string): boolean {
  if (/@sha256:[0-9a-f]{64}$/.test(image)) {
    return true;
  }
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  return tag !== undefined && tag !== 'latest';
}

/** The proxy project that an image names, where it names one. */
export function proxyOf(
  image: string,
  { images }: Conventions,
): string | undefined {
  const { registry, path } = splitImage(image);
  const project = path.split('/')[0];
  return registry === images.registry.toLowerCase() &&
    Object.values(images.proxies).includes(project)
    ? project
    : undefined;
}

/** The name under which the registry's proxy has an image; undefined where it has no proxy for it. */
export function proxiedName(
  image: string,
  { images }: Conventions,
): string | undefined {
  const { registry, path } = splitImage(image);
  const project = Object.hasOwn(images.proxies, registry)
    ? images.proxies[registry]
    : undefined;
  return project && `${images.registry}/${project}/${path}`;
}

/** The image as manifests name it: as it is where Kyverno rewrites it, through the proxy where nobody does. */
export function imageToWrite(image: string, conventions: Conventions): string {
  return conventions.images.rewrite === 'manifest'
    ? proxiedName(image, conventions) ?? image
    : image;
}
