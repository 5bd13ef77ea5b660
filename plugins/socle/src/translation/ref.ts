import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * The words of the overview, the explorer and the entity parts.
 * @public
 */
export const socleTranslationRef = createTranslationRef({
  id: 'plugin.socle',
  messages: {
    title: 'Platform',
    tabs: {
      overview: 'Overview',
      explorer: 'Explorer',
      timeline: 'Timeline',
    },
    overview: {
      clusters: 'Clusters',
      incidents: 'What is broken and why',
      systems: 'Systems',
      well: 'All clusters are well.',
      notWell_one: '{{count}} root cause takes down {{affected}}.',
      notWell_other: '{{count}} root causes take down {{affected}}.',
      alone_one: '{{count}} root cause; it takes nothing else down.',
      alone_other: '{{count}} root causes; they take nothing else down.',
      affected_one: '{{count}} resource',
      affected_other: '{{count}} resources',
      notKnown:
        'Whether all is well cannot be told: not every source was read.',
      noClusters: 'No cluster is configured.',
      version: 'Kubernetes {{version}}',
      itself: 'The cluster itself',
      runsOnIt: 'All that is on it',
    },
    explorer: {
      label: 'Resources of all systems',
    },
    detail: {
      why: 'Why',
      facts: 'Facts',
      links: 'Relations',
      dependsOn: 'Depends on',
      dependents: 'What depends on it',
      history: 'History',
      chain: 'Chain',
      yaml: 'Raw YAML',
      showYaml: 'Show the object as its API server has it',
      yamlHint: 'Read on demand with your rights; secret values are removed.',
      noLinks: 'No relations are known.',
      noHistory: 'No change was recorded.',
      noFacts: 'No facts are kept.',
      badAddress: 'This address names no resource.',
    },
    timeline: {
      label: 'Changes of health, latest first',
      none: 'No change was recorded in this time.',
      period: 'Period',
      hour: 'Last hour',
      day: 'Last 24 hours',
      week: 'Last 7 days',
      at: 'Time',
      resource: 'Resource',
      change: 'Change',
      reason: 'Reason',
      to: 'becomes',
      found: 'first seen:',
    },
    entity: {
      title: 'Platform state',
      incidents: 'Incidents',
      resources: 'Resources',
      chain: 'Chain',
      open: 'Open in the explorer',
      nothing: 'No resources of this entity are known.',
    },
  },
  translations: { fr: () => import('./fr') },
});
