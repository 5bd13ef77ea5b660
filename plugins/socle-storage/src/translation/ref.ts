import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * The words of the storage page.
 * @public
 */
export const socleStorageTranslationRef = createTranslationRef({
  id: 'plugin.socle-storage',
  messages: {
    title: 'Storage',
    tabs: {
      overview: 'Overview',
      claims: 'Claims',
      volumes: 'Volumes and replicas',
      classes: 'Classes',
      capacity: 'Capacity',
      unused: 'Orphaned and unused',
    },
    overview: {
      well: 'Storage is well.',
      notKnown:
        'Whether storage is well cannot be told: not every source was read.',
      broken_one:
        '{{count}} root cause reaches storage and takes down {{affected}}.',
      broken_other:
        '{{count}} root causes reach storage and take down {{affected}}.',
      alone_one: '{{count}} root cause in storage; it takes nothing else down.',
      alone_other:
        '{{count}} root causes in storage; they take nothing else down.',
      worse_one: '{{count}} resource is not well.',
      worse_other: '{{count}} resources are not well.',
      systems: 'What storage is made of',
      none: 'No storage is known in this cluster.',
    },
    claims: {
      label: 'Claims',
      capacity: 'Capacity',
      class: 'Class',
      defaultClass: 'default',
      used: 'Used',
      usedOf: '{{used}} of {{capacity}}',
      notMeasured: 'not measured',
    },
    volumes: {
      matrix: 'Replicas by node',
      volume: 'Volume',
      claim: 'Claim',
      copies: 'Copies',
      size: 'Size',
      none: 'No Longhorn volumes are known.',
      replicaOn: '{{replica}} on {{node}}: {{health}}',
      noReplica: 'no replica',
      unplaced: 'not placed',
      attachedHere: 'attached here',
      legend:
        'A mark is a replica; the ring marks the node the volume is attached to.',
      shown:
        'The {{shown}} of {{total}} volumes in the worst health are shown.',
    },
    classes: {
      label: 'Storage classes',
      provisioner: 'Provisioner',
      reclaim: 'Reclaim policy',
      binding: 'Binding',
      expansion: 'Can grow',
      isDefault: 'Default',
    },
    capacity: {
      used: 'used {{size}}',
      reserved: 'reserved {{size}}',
      free: 'free {{size}}',
      maximum: 'of {{size}}',
      scheduled: '{{size}} promised to replicas ({{share}})',
      bar: '{{disk}}: {{used}} used, {{reserved}} reserved, {{free}} free of {{maximum}}',
      replicas_one: '{{count}} replica',
      replicas_other: '{{count}} replicas',
      notSchedulable: 'takes no new replicas',
      notReady: 'not ready',
      notAllowed: 'scheduling switched off',
      evicting: 'being emptied',
      unknown: 'The size of this disk is not known.',
      noDisks: 'This node has no disks.',
      none: 'No Longhorn nodes are known.',
      total: 'All disks',
    },
    unused: {
      label: 'Orphaned and unused resources of storage',
      hint: 'Orphaned: what it belonged to is gone. Unused: nothing refers to it. Check before you delete.',
    },
    chain: {
      back: 'All claims',
    },
  },
  translations: { fr: () => import('./fr') },
});
