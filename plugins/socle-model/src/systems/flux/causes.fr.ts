/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  FluxKustomizationReady:
    'La Kustomization a fait ce que demande sa définition.',
  FluxKustomizationReconciling:
    'Son contrôleur travaille sur la Kustomization.',
  FluxKustomizationPending:
    'Son contrôleur ne s’est pas encore occupé de la Kustomization.',
  FluxKustomizationSuspended: 'La Kustomization est volontairement suspendue.',
  FluxKustomizationFailed:
    'Son contrôleur ne peut pas faire ce que demande la Kustomization.',
  FluxKustomizationUnrecognised:
    'Les conditions de la Kustomization disent quelque chose qu’aucune règle ne connaît.',
  FluxKustomizationStale:
    'La Kustomization travaille sur de l’ancien : rien de nouveau ne lui parvient.',
  FluxHelmReleaseReady: 'La HelmRelease a fait ce que demande sa définition.',
  FluxHelmReleaseReconciling: 'Son contrôleur travaille sur la HelmRelease.',
  FluxHelmReleasePending:
    'Son contrôleur ne s’est pas encore occupé de la HelmRelease.',
  FluxHelmReleaseSuspended: 'La HelmRelease est volontairement suspendue.',
  FluxHelmReleaseFailed:
    'Son contrôleur ne peut pas faire ce que demande la HelmRelease.',
  FluxHelmReleaseUnrecognised:
    'Les conditions de la HelmRelease disent quelque chose qu’aucune règle ne connaît.',
  FluxHelmReleaseStale:
    'La HelmRelease travaille sur de l’ancien : rien de nouveau ne lui parvient.',
  FluxGitRepositoryReady:
    'Le dépôt Git est récupéré comme le demande sa définition.',
  FluxGitRepositoryReconciling: 'Son contrôleur travaille sur le dépôt Git.',
  FluxGitRepositoryPending:
    'Son contrôleur ne s’est pas encore occupé du dépôt Git.',
  FluxGitRepositorySuspended:
    'La lecture du dépôt Git est volontairement suspendue.',
  FluxGitRepositoryFailed:
    'Son contrôleur ne peut pas récupérer le dépôt Git comme demandé.',
  FluxGitRepositoryUnrecognised:
    'Les conditions du dépôt Git disent quelque chose qu’aucune règle ne connaît.',
  FluxOCIRepositoryReady:
    'Le dépôt OCI est récupéré comme le demande sa définition.',
  FluxOCIRepositoryReconciling: 'Son contrôleur travaille sur le dépôt OCI.',
  FluxOCIRepositoryPending:
    'Son contrôleur ne s’est pas encore occupé du dépôt OCI.',
  FluxOCIRepositorySuspended:
    'La lecture du dépôt OCI est volontairement suspendue.',
  FluxOCIRepositoryFailed:
    'Son contrôleur ne peut pas récupérer le dépôt OCI comme demandé.',
  FluxOCIRepositoryUnrecognised:
    'Les conditions du dépôt OCI disent quelque chose qu’aucune règle ne connaît.',
  FluxHelmRepositoryReady:
    'Le dépôt Helm est récupéré comme le demande sa définition.',
  FluxHelmRepositoryReconciling: 'Son contrôleur travaille sur le dépôt Helm.',
  FluxHelmRepositoryPending:
    'Son contrôleur ne s’est pas encore occupé du dépôt Helm.',
  FluxHelmRepositorySuspended:
    'La lecture du dépôt Helm est volontairement suspendue.',
  FluxHelmRepositoryFailed:
    'Son contrôleur ne peut pas récupérer le dépôt Helm comme demandé.',
  FluxHelmRepositoryUnrecognised:
    'Les conditions du dépôt Helm disent quelque chose qu’aucune règle ne connaît.',
  FluxHelmRepositoryStatic:
    'Flux ne suit pas ce dépôt : chaque chart interroge le registre.',
  FluxHelmChartReady: 'Le chart est récupéré comme le demande sa définition.',
  FluxHelmChartReconciling: 'Son contrôleur travaille sur le chart.',
  FluxHelmChartPending: 'Son contrôleur ne s’est pas encore occupé du chart.',
  FluxHelmChartSuspended: 'La lecture du chart est volontairement suspendue.',
  FluxHelmChartFailed:
    'Son contrôleur ne peut pas récupérer le chart comme demandé.',
  FluxHelmChartUnrecognised:
    'Les conditions du chart disent quelque chose qu’aucune règle ne connaît.',
  FluxBucketReady:
    'Le compartiment est récupéré comme le demande sa définition.',
  FluxBucketReconciling: 'Son contrôleur travaille sur le compartiment.',
  FluxBucketPending:
    'Son contrôleur ne s’est pas encore occupé du compartiment.',
  FluxBucketSuspended:
    'La lecture du compartiment est volontairement suspendue.',
  FluxBucketFailed:
    'Son contrôleur ne peut pas récupérer le compartiment comme demandé.',
  FluxBucketUnrecognised:
    'Les conditions du compartiment disent quelque chose qu’aucune règle ne connaît.',
  FluxImageRepositoryReady:
    'Le dépôt d’images est parcouru comme le demande sa définition.',
  FluxImageRepositoryReconciling:
    'Son contrôleur travaille sur le dépôt d’images.',
  FluxImageRepositoryPending:
    'Son contrôleur ne s’est pas encore occupé du dépôt d’images.',
  FluxImageRepositorySuspended:
    'Le parcours du dépôt d’images est volontairement suspendu.',
  FluxImageRepositoryFailed:
    'Son contrôleur ne peut pas parcourir le dépôt d’images comme demandé.',
  FluxImageRepositoryUnrecognised:
    'Les conditions du dépôt d’images disent quelque chose qu’aucune règle ne connaît.',
  FluxImageRepositoryStale:
    'Le dépôt d’images travaille sur de l’ancien : rien de nouveau ne lui parvient.',
  FluxImagePolicyReady:
    'La politique d’images a fait ce que demande sa définition.',
  FluxImagePolicyReconciling:
    'Son contrôleur travaille sur la politique d’images.',
  FluxImagePolicyPending:
    'Son contrôleur ne s’est pas encore occupé de la politique d’images.',
  FluxImagePolicySuspended:
    'La politique d’images est volontairement suspendue.',
  FluxImagePolicyFailed:
    'Son contrôleur ne peut pas faire ce que demande la politique d’images.',
  FluxImagePolicyUnrecognised:
    'Les conditions de la politique d’images disent quelque chose qu’aucune règle ne connaît.',
  FluxImageUpdateAutomationReady:
    'La mise à jour automatique a fait ce que demande sa définition.',
  FluxImageUpdateAutomationReconciling:
    'Son contrôleur travaille sur la mise à jour automatique.',
  FluxImageUpdateAutomationPending:
    'Son contrôleur ne s’est pas encore occupé de la mise à jour automatique.',
  FluxImageUpdateAutomationSuspended:
    'La mise à jour automatique est volontairement suspendue.',
  FluxImageUpdateAutomationFailed:
    'Son contrôleur ne peut pas faire ce que demande la mise à jour automatique.',
  FluxImageUpdateAutomationUnrecognised:
    'Les conditions de la mise à jour automatique disent quelque chose qu’aucune règle ne connaît.',
  FluxImageUpdateAutomationStale:
    'La mise à jour automatique travaille sur de l’ancien : rien de nouveau ne lui parvient.',
  FluxReceiverReady: 'Le récepteur a fait ce que demande sa définition.',
  FluxReceiverReconciling: 'Son contrôleur travaille sur le récepteur.',
  FluxReceiverPending:
    'Son contrôleur ne s’est pas encore occupé du récepteur.',
  FluxReceiverSuspended: 'Le récepteur est volontairement suspendu.',
  FluxReceiverFailed:
    'Son contrôleur ne peut pas faire ce que demande le récepteur.',
  FluxReceiverUnrecognised:
    'Les conditions du récepteur disent quelque chose qu’aucune règle ne connaît.',
};
