/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  ArgoReconcileSkipped:
    'La réconciliation est désactivée par annotation ; l’état affiché est figé.',
  ArgoDeletionFailed:
    'L’Application ne peut pas être supprimée : son contrôleur signale une erreur.',
  ArgoDeletionStuck:
    'La suppression attend des finalizers depuis trop longtemps.',
  ArgoBeingDeleted: 'L’Application est en cours de suppression.',
  ArgoOperationRunning: 'Une synchronisation est en cours.',
  ArgoOperationHangs:
    'Une synchronisation dure depuis plus d’une heure, le plus souvent à cause d’un hook.',
  ArgoResourcesMissing: 'Aucun des objets attendus n’existe dans le cluster.',
  ArgoInvalidSpec:
    'L’Application elle-même n’est pas valide, ou son projet l’interdit.',
  ArgoComparisonError: 'Les manifestes ne peuvent pas être rendus ou comparés.',
  ArgoSyncError:
    'La dernière synchronisation automatique a échoué et n’est pas retentée pour la même révision.',
  ArgoConditionError:
    'L’Application porte une condition d’erreur d’un autre genre.',
  ArgoOperationFailed:
    'La dernière opération a échoué, même si ce qui tourne va peut-être bien.',
  ArgoHealthDegraded: 'Un objet de l’Application est dégradé.',
  ArgoHealthProgressing: 'Des objets de l’Application démarrent.',
  ArgoHealthStalled:
    'Des objets de l’Application démarrent depuis trop longtemps.',
  ArgoSyncRequested: 'Une synchronisation est demandée et n’a pas commencé.',
  ArgoSyncUnknown: 'Le cluster ne peut pas être comparé à Git.',
  ArgoOutOfSync: 'Le cluster diffère de Git.',
  ArgoPruningNeeded:
    'Des objets qui ne sont plus dans Git restent dans le cluster.',
  ArgoSyncExpected:
    'Une nouvelle révision vient d’être trouvée ; la synchronisation automatique va agir.',
  ArgoHealthSuspended: 'Un objet de l’Application est volontairement en pause.',
  ArgoHealthUnknown: 'Argo CD ne peut pas dire comment vont les objets.',
  ArgoStateUnrecognised: 'Argo CD emploie un mot inconnu, ou en omet un.',
  ArgoNotCompared: 'L’Application n’a pas encore été comparée à Git.',
  ArgoNeverCompared:
    'L’Application est ancienne et n’a jamais été comparée à Git.',
  ArgoChildDegraded: 'Une Application fille est dégradée ou en échec.',
  ArgoChildUnknown: 'L’état d’une Application fille ne peut pas être établi.',
  ArgoChildProgressing: 'Une Application fille est en cours de mise en place.',
  ArgoSynced: 'Le cluster est conforme à Git et ses objets vont bien.',
  ArgoSetError: 'Les générateurs ou le gabarit produisent une erreur.',
  ArgoSetOutOfDate: 'Des Applications n’ont pas pu être mises à jour.',
  ArgoSetRollout: 'Les Applications sont synchronisées par étapes.',
  ArgoSetUpToDate: 'Toutes les Applications générées sont à jour.',
  ArgoSetNotReady: 'Le contrôleur n’a pas encore dit si tout est à jour.',
  ArgoSetUnrecognised: 'Une condition a un état inconnu.',
};
