import { DemoApplication, DemoPlatform } from '../platform';

/** The Secret with which a namespace pulls through the proxy. */
export const PULL_SECRET = 'harbor-registry';

/** Whether Kyverno rewrites the images of an application's pods; the platform's own groundwork is left alone. */
export function isProxied(
  { imageProxy }: DemoPlatform,
  { project = '' }: DemoApplication,
): boolean {
  return imageProxy?.argoProjects.includes(project) ?? false;
}

/** The image that the admission webhook makes of another one: the same, by way of the proxy cache of its registry. */
export function proxied({ imageProxy }: DemoPlatform, image: string): string {
  const [first, ...rest] = image.split('/');
  if (!imageProxy || first === imageProxy.host) {
    return image;
  }
  const named = rest.length > 0 && /[.:]/.test(first);
  const registry = named ? first : 'docker.io';
  const cache = imageProxy.caches[registry];
  return cache
    ? `${imageProxy.host}/${cache}/${named ? rest.join('/') : image}`
    : image;
}
