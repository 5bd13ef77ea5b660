import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * The words of the page of data services.
 * @public
 */
export const socleDataServicesTranslationRef = createTranslationRef({
  id: 'plugin.socle-data-services',
  messages: {
    title: 'Data services',
    tabs: {
      overview: 'Overview',
      contents: 'Topics, users, databases',
      backups: 'Backups',
    },
    overview: {
      well: 'Data services are well.',
      none: 'No data services are known here.',
      notKnown:
        'Whether data services are well cannot be told: not every source was read.',
      broken_one:
        '{{count}} root cause reaches data services and takes down {{affected}}.',
      broken_other:
        '{{count}} root causes reach data services and take down {{affected}}.',
      alone_one:
        '{{count}} root cause in data services; it takes nothing else down.',
      alone_other:
        '{{count}} root causes in data services; they take nothing else down.',
      worse_one: '{{count}} instance is not well.',
      worse_other: '{{count}} instances are not well.',
      instances: 'Instances',
    },
    family: {
      database: 'Database',
      cache: 'Cache',
      stream: 'Stream',
      vector: 'Vectors',
      multiModel: 'Multi-model',
      keyValue: 'Key-value',
      search: 'Full-text search',
    },
    instances: {
      label: 'Data services',
      family: 'Family',
      engine: 'Engine',
      version: 'Version',
      ready: 'Ready',
      readyOf: 'ready: {{ready}}, wanted: {{wanted}}',
      lastGood: 'Good backup',
      backup: 'Backup',
      storage: 'Storage',
      notKnown: 'not known',
    },
    storage: {
      none: 'no claims',
      notKnown: 'not known',
      notMeasured: 'used: not measured',
      usedOf: '{{used}} of {{capacity}}',
    },
    gap: {
      none: 'backed up',
      noBackup: 'no backup',
      failed: 'backup fails',
      localOnly: 'local only',
      late: 'late',
      unknown: 'not known',
      nothingStored: 'no claims',
    },
    gapWhy: {
      unknown: 'Not everything that could hold a backup was read.',
      nothingStored: 'It keeps no data in claims of its own.',
    },
    restore: {
      proven: 'proven',
      never: 'never proven',
      anyMomentFrom: 'any moment from',
      unknown: 'not known',
    },
    contents: {
      label: 'What is inside data services',
      instance: 'Instance',
      notKnown: 'not known',
    },
    backups: {
      label: 'Backups of data services',
      state: 'Backup',
      restore: 'Restore',
      schedules: 'Schedules',
      why: 'Why',
      none: 'none',
      notKnown: 'not known',
    },
    chain: {
      back: 'All data services',
    },
  },
  translations: { fr: () => import('./fr') },
});
