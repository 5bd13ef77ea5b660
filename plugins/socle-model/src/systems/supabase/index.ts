import { defineSystem } from '../../definition/system';

/** @public Supabase: recognised by its images; its health is that of the workloads it consists of. */
export const supabase = defineSystem({
  id: 'supabase',
  title: 'Supabase',
  area: 'data',
  layer: 'service',
  description:
    'PostgreSQL with accounts, REST, live changes, files and functions around it, as one set of parts.',
  kinds: [],
  images: [
    'supabase/studio',
    'supabase/gotrue',
    'supabase/realtime',
    'supabase/storage-api',
    'supabase/postgres-meta',
    'supabase/postgres',
    'supabase/edge-runtime',
    'supabase/logflare',
    'supabase/supavisor',
  ],
  docs: 'https://supabase.com/docs/guides/self-hosting',
  translations: {
    fr: {
      description:
        'PostgreSQL entouré de comptes, d’une API REST, de changements en direct, de fichiers et de fonctions, en un seul ensemble.',
      causes: {},
    },
  },
});
