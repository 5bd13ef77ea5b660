import { isObject, stringAt } from '@socle/backstage-plugin-socle-model';
import { Path } from '../../literals/find-literals';
import { isPinned, proxiedName, splitImage } from '../../workloads/image';
import { isTemplated } from '../reading/templates';
import { ReadDocument } from '../reading/read-file';
import { Repository } from '../reading/repository';
import { Found, Rule } from '../rule';
import { containersOf, podTemplates } from './pod-templates';

interface NamedImage {
  document: ReadDocument;
  at: Path;
  image: string;
  /** Its version is given by the chart where it is not given here. */
  mayLack: boolean;
}

function imagesOf(repository: Repository): NamedImage[] {
  const found: NamedImage[] = [];
  for (const template of podTemplates(repository)) {
    for (const { container, at } of containersOf(template)) {
      const image = stringAt(container, 'image');
      if (image && !isTemplated(image) && !/[<>{}]/.test(image)) {
        found.push({
          document: template.document,
          at: [...at, 'image'],
          image,
          mayLack: false,
        });
      }
    }
  }
  for (const document of repository.manifests.filter(isCustom)) {
    visit(document.value, [], (map, path) => {
      for (const key of ['image', 'imageName']) {
        const image = stringAt(map, key);
        if (image && /^[a-z0-9./:@_-]+$/i.test(image) && image.includes('/')) {
          found.push({ document, at: [...path, key], image, mayLack: true });
        }
      }
    });
  }
  for (const { document, at, values, embedded } of repository.values) {
    visit(values, at, (map, path) => {
      const place = (key: string) => (embedded ? at : [...path, key]);
      const repositoryName = stringAt(map, 'repository');
      const tag = stringAt(map, 'tag');
      const image = stringAt(map, 'image');
      if (repositoryName && !/^[a-z+]+:\/\//.test(repositoryName)) {
        const host = stringAt(map, 'registry');
        const digest = stringAt(map, 'digest');
        found.push({
          document,
          at: place(tag ? 'tag' : 'repository'),
          image: `${host ? `${host}/` : ''}${repositoryName}${
            tag ? `:${tag}` : ''
          }${digest ? `@${digest.replace(/^@/, '')}` : ''}`,
          mayLack: tag === undefined && digest === undefined,
        });
      } else if (
        image &&
        /^[a-z0-9./:@_-]+$/.test(image) &&
        image.includes(':')
      ) {
        found.push({ document, at: place('image'), image, mayLack: true });
      }
    });
  }
  return found;
}

/** Of the kinds of operators: they name images too, such as the `imageName` of a database. */
function isCustom({ value }: ReadDocument): boolean {
  return (
    /^[a-z0-9.-]+\.[a-z]+\//.test(String(value.apiVersion)) &&
    !/^[a-z0-9.-]*\.k8s\.io\//.test(String(value.apiVersion)) &&
    !/^(Application|ApplicationSet|ClusterPolicy|Policy|ExternalSecret)$/.test(
      String(value.kind),
    )
  );
}

function visit(
  value: unknown,
  path: Path,
  take: (map: Record<string, unknown>, path: Path) => void,
  seen = new Set<object>(),
): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) {
    return;
  }
  seen.add(value);
  if (Array.isArray(value)) {
    value.forEach((item, index) => visit(item, [...path, index], take, seen));
  } else if (isObject(value)) {
    take(value, path);
    Object.entries(value).forEach(([key, inner]) =>
      visit(inner, [...path, key], take, seen),
    );
  }
}

/** Check 2, images: every one has a tag that is not `latest`, or a digest. */
export const imageNotPinned: Rule = {
  code: 'ImageNotPinned',
  check: 2,
  severity: 'error',
  title: 'Every image has a tag other than latest, or a digest.',
  find: repository =>
    imagesOf(repository)
      .filter(
        ({ image, mayLack }) =>
          !isPinned(image) && !(mayLack && !/:latest$/.test(image)),
      )
      .map(({ document, at, image }) => ({
        document,
        at,
        message: `The image ${image} is not pinned.`,
        fix: 'Name a version as its tag, or its digest.',
      })),
};

/** Check 9: manifests name images as the platform rewrites them, or does not. */
export const imageNameMixed: Rule = {
  code: 'ImageNameMixed',
  check: 9,
  severity: 'warning',
  title: 'Images are named as the platform rewrites them.',
  find: repository => {
    const { conventions } = repository;
    const projects = new Set(Object.values(conventions.images.proxies));
    return imagesOf(repository).flatMap(({ document, at, image }): Found[] => {
      const { path } = splitImage(image);
      const proxied = projects.has(path.split('/')[0]);
      if (conventions.images.rewrite === 'admission' && proxied) {
        return [
          {
            document,
            at,
            message: `${image} names the proxy, while Kyverno rewrites upstream names at admission.`,
            fix: 'Write the upstream name; the proxy is put in front of it at admission.',
          },
        ];
      }
      const through = proxiedName(image, conventions);
      if (conventions.images.rewrite === 'manifest' && !proxied && through) {
        return [
          {
            document,
            at,
            message: `${image} is pulled past the proxy, since nothing rewrites it.`,
            fix: `Write ${through}.`,
          },
        ];
      }
      return [];
    });
  },
};
