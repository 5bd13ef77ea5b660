/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  ExternalSecretSynced: 'Le Secret contient ce qu’a le fournisseur.',
  ExternalSecretPending: 'L’opérateur ne s’en est pas encore occupé.',
  ExternalSecretSecretDeleted:
    'L’entrée a disparu chez le fournisseur, et le Secret a été supprimé avec elle.',
  ExternalSecretMergeTargetMissing:
    'Il doit compléter un Secret qui n’existe pas.',
  ExternalSecretRetained:
    'L’entrée a disparu chez le fournisseur ; le Secret garde son ancien contenu.',
  ExternalSecretTargetMissing:
    'Le Secret a été supprimé après avoir été écrit.',
  ExternalSecretStoreUnusable:
    'Son magasin est en échec : plus rien n’est rafraîchi.',
  ExternalSecretStoreMissing: 'Il nomme un magasin qui n’existe pas.',
  ExternalSecretGeneratorMissing: 'Il nomme un générateur qui n’existe pas.',
  ExternalSecretRemoteGone:
    'Vault n’a plus de version lisible de ce qu’il lit.',
  ExternalSecretStale: 'Rien ne l’a rafraîchi depuis plusieurs intervalles.',
  ExternalSecretFreshnessUnknown:
    'L’heure, l’intervalle ou la politique de rafraîchissement sont illisibles.',
  ExternalSecretStateUnknown:
    'Sa condition Ready dit quelque chose qu’aucune règle ne connaît.',
  ExternalSecretNeverSynced: 'Il n’a jamais été synchronisé.',
  ExternalSecretSyncFailing:
    'Il a déjà été synchronisé et échoue maintenant ; l’ancienne valeur est servie.',
  ExternalSecretTargetOwned: 'Le Secret appartient à quelqu’un d’autre.',
  ExternalSecretTargetImmutable:
    'Le Secret est immuable et ne peut pas être mis à jour.',
  ClusterExternalSecretProvisioned:
    'Ses ExternalSecrets existent et ceux qui ont été lus sont sains.',
  ClusterExternalSecretPending: 'L’opérateur ne s’en est pas encore occupé.',
  ClusterExternalSecretChildrenPending:
    'Certains de ses ExternalSecrets ne sont pas encore synchronisés.',
  ClusterExternalSecretPartlyFailed:
    'L’ExternalSecret n’a pas pu être créé dans certains namespaces.',
  ClusterExternalSecretNowhere:
    'L’ExternalSecret n’a pu être créé dans aucun namespace.',
  ClusterExternalSecretChildrenNotHealthy:
    'Certains de ses ExternalSecrets ne sont pas sains.',
  ClusterExternalSecretStateUnknown:
    'Sa condition dit quelque chose qu’aucune règle ne connaît.',
  SecretStoreValid: 'L’opérateur peut se connecter au fournisseur.',
  SecretStorePending: 'L’opérateur ne s’en est pas encore occupé.',
  SecretStoreUnusable:
    'L’opérateur ne peut pas se connecter au fournisseur, ou la définition est fausse.',
  SecretStoreProviderDown:
    'Son Vault est tombé en échec depuis le dernier test du magasin.',
  SecretStoreNeverTested: 'L’opérateur n’a pas pu tester la connexion.',
  SecretStoreStateUnknown:
    'Sa condition Ready dit quelque chose qu’aucune règle ne connaît.',
  ClusterSecretStoreValid: 'L’opérateur peut se connecter au fournisseur.',
  ClusterSecretStorePending: 'L’opérateur ne s’en est pas encore occupé.',
  ClusterSecretStoreUnusable:
    'L’opérateur ne peut pas se connecter au fournisseur, ou la définition est fausse.',
  ClusterSecretStoreProviderDown:
    'Son Vault est tombé en échec depuis le dernier test du magasin.',
  ClusterSecretStoreNeverTested: 'L’opérateur n’a pas pu tester la connexion.',
  ClusterSecretStoreStateUnknown:
    'Sa condition Ready dit quelque chose qu’aucune règle ne connaît.',
  PushSecretSynced: 'Le fournisseur détient ce que contient le Secret.',
  PushSecretPending: 'L’opérateur ne s’en est pas encore occupé.',
  PushSecretSourceDeleted:
    'Le Secret à envoyer n’existe plus et ses copies ont été retirées.',
  PushSecretErrored: 'Les valeurs n’ont pas pu être envoyées.',
  PushSecretStateUnknown:
    'Sa condition Ready dit quelque chose qu’aucune règle ne connaît.',
};
