import { defineSystem } from '../../definition/system';
import { helmRelease, kustomization } from './appliers';
import { CAUSES_FR } from './causes.fr';
import { imageKinds } from './images';
import { alert, provider, receiver } from './notifications';
import { sourceKinds } from './sources';

/** @public Flux: brings what Git, charts and registries say into the cluster. */
export const flux = defineSystem({
  id: 'flux',
  title: 'Flux',
  area: 'delivery',
  layer: 'platform',
  description:
    'Fetches sources and keeps the cluster as their manifests and charts say.',
  kinds: [
    kustomization,
    helmRelease,
    ...sourceKinds,
    ...imageKinds,
    receiver,
    alert,
    provider,
  ],
  images: [
    'fluxcd/source-controller',
    'fluxcd/kustomize-controller',
    'fluxcd/helm-controller',
    'fluxcd/notification-controller',
    'fluxcd/image-reflector-controller',
    'fluxcd/image-automation-controller',
    'fluxcd/source-watcher',
  ],
  docs: 'https://fluxcd.io/flux/',
  translations: {
    fr: {
      description:
        'Récupère des sources et maintient le cluster tel que le disent leurs manifestes et leurs charts.',
      causes: CAUSES_FR,
    },
  },
});
