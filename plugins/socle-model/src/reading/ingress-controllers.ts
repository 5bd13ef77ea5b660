import { runs } from './images';
import { objectsAt, RawObject, stringAt, stringsAt } from './raw';

/** The names that an IngressClass may call a controller by, and the images that the controller runs from. */
const CONTROLLERS: ReadonlyArray<{
  names: readonly string[];
  repositories: readonly string[];
}> = [
  {
    names: ['k8s.io/ingress-nginx'],
    repositories: [
      'ingress-nginx/controller',
      'mirrored-ingress-nginx-controller',
      'nginx-ingress-controller',
    ],
  },
  {
    names: ['nginx.org/ingress-controller'],
    repositories: [
      'nginx/nginx-ingress',
      'nginxinc/nginx-ingress',
      'nginx-plus-ingress',
    ],
  },
  {
    names: ['traefik.io/ingress-controller'],
    repositories: ['traefik', 'mirrored-library-traefik'],
  },
  {
    names: [
      'haproxy.org/ingress-controller',
      'haproxy.org/ingress-controller/haproxy',
    ],
    repositories: ['haproxytech/kubernetes-ingress'],
  },
  {
    names: ['haproxy-ingress.github.io/controller'],
    repositories: ['jcmoraisjr/haproxy-ingress'],
  },
  {
    names: ['ingress-controllers.konghq.com/kong'],
    repositories: ['kong/kubernetes-ingress-controller'],
  },
];

/** Two controllers of one product beside each other are told apart by it. */
const OWN_NAME = /^--controller-class=(.+)$/;

/** What a workload that serves Ingresses provides, and the class of such Ingresses asks for. */
export function ingressControllerKey(controller: string): string {
  return `ingressController:${controller}`;
}

/** The names by which the pod template of a workload serves Ingresses; none where it is no such controller. */
export function ingressControllersAt(raw: RawObject): string[] {
  const containers = objectsAt(raw, 'spec', 'template', 'spec', 'containers');
  const all = containers.flatMap(container => {
    const image = stringAt(container, 'image') ?? '';
    const product = CONTROLLERS.find(one => runs(image, one.repositories));
    if (!product) {
      return [];
    }
    const own = [
      ...stringsAt(container, 'command'),
      ...stringsAt(container, 'args'),
    ].flatMap(argument => OWN_NAME.exec(argument)?.[1] ?? []);
    return own.length > 0 ? own : product.names;
  });
  return [...new Set(all)];
}
