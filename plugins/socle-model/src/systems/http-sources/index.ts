import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { probe } from './probe';

/** @public Whether the systems that are asked over HTTP answer. */
export const httpSources = defineSystem({
  id: 'http-sources',
  title: 'HTTP sources',
  area: 'observability',
  layer: 'platform',
  description:
    'The addresses that Socle asks over HTTP, and whether they answer: what is known of a registry or a vault is no newer than its last answer.',
  kinds: [probe],
  translations: {
    fr: {
      title: 'Sources HTTP',
      description:
        'Les adresses que Socle interroge par HTTP, et si elles répondent : ce que l’on sait d’un registre ou d’un coffre n’est pas plus récent que sa dernière réponse.',
      causes: CAUSES_FR,
    },
  },
});
