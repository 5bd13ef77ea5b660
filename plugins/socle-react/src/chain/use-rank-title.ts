import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { socleReactTranslationRef } from '../translation/ref';

/** The ranks of the views, by the titles the model gives them. */
const KNOWN = {
  Pod: 'rank.pod',
  Claim: 'rank.claim',
  'Persistent volume': 'rank.persistentVolume',
  'Storage class': 'rank.storageClass',
  'CSI driver': 'rank.csiDriver',
  Volume: 'rank.volume',
  Engine: 'rank.engine',
  Replica: 'rank.replica',
  Disk: 'rank.disk',
  'Storage node': 'rank.storageNode',
  Node: 'rank.node',
  Snapshot: 'rank.snapshot',
  Backup: 'rank.backup',
  'Backup target': 'rank.backupTarget',
  'Used by': 'rank.usedBy',
  'Service account': 'rank.serviceAccount',
  Secret: 'rank.secret',
  'Written by': 'rank.writtenBy',
  Store: 'rank.store',
  'Vault role': 'rank.vaultRole',
  'Vault path': 'rank.vaultPath',
  'Vault mount': 'rank.vaultMount',
  Vault: 'rank.vault',
  Source: 'rank.source',
  Project: 'rank.project',
  Root: 'rank.root',
  'App of apps': 'rank.appOfApps',
  'Application set': 'rank.applicationSet',
  Application: 'rank.application',
  Managed: 'rank.managed',
  'Replica set, job': 'rank.replicaSetOrJob',
  Outside: 'rank.outside',
  'Stands on it': 'rank.standsOnIt',
  Workload: 'rank.workload',
  Instance: 'rank.instance',
  'Placement driver': 'rank.placementDriver',
  Part: 'rank.part',
  'Pod set': 'rank.podSet',
  'Replica set': 'rank.replicaSet',
  'Object store': 'rank.objectStore',
  Bucket: 'rank.bucket',
} as const;

function isKnown(title: string): title is keyof typeof KNOWN {
  return title in KNOWN;
}

/** Translates the title of a rank; one that is not known here is shown as the model has it. */
export function useRankTitle(): (title: string) => string {
  const { t } = useTranslationRef(socleReactTranslationRef);
  return useCallback(
    (title: string) => (isKnown(title) ? t(KNOWN[title]) : title),
    [t],
  );
}
