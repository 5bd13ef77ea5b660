import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of the sidebar: page titles of plugins are static, so they are translated here. */
export const navTranslationRef = createTranslationRef({
  id: 'app.socle-nav',
  messages: {
    platform: 'Platform',
    storage: 'Storage',
    dataServices: 'Data services',
    delivery: 'Delivery',
    catalog: 'Catalog',
    apis: 'APIs',
    docs: 'Docs',
    create: 'Create',
    search: 'Search',
    settings: 'Settings',
    catalogGraph: 'Catalog graph',
    home: 'Socle, the overview',
  },
  translations: { fr: () => import('./fr') },
});
