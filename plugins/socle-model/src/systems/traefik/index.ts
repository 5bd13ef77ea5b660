import { defineSystem } from '../../definition/system';

/** @public Traefik: recognised by its images; how it is, its workloads say. */
export const traefik = defineSystem({
  id: 'traefik',
  title: 'Traefik',
  area: 'network',
  layer: 'platform',
  description:
    'Leads what comes from outside to Services, by Ingress rules and routes of its own.',
  kinds: [],
  images: ['traefik', 'mirrored-library-traefik'],
  docs: 'https://doc.traefik.io/traefik/',
  translations: {
    fr: {
      description:
        'Conduit ce qui vient de l’extérieur vers des Services, par des règles Ingress et ses propres routes.',
      causes: {},
    },
  },
});
