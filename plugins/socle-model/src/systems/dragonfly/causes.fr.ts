/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  DragonflyReady: 'Il y a un maître, et tous les pods sont prêts.',
  DragonflyConfiguring:
    'L’opérateur crée des pods ou met la réplication en place.',
  DragonflyNoMaster:
    'Aucun pod prêt n’est le maître : le Service n’a pas d’endpoint.',
  DragonflySeveralMasters: 'Plusieurs pods portent l’étiquette de maître.',
  DragonflyPodsMissing: 'Moins de pods sont prêts que voulu.',
  DragonflyReplicaAstray:
    'Un réplica suit une adresse qui n’est pas celle du maître.',
  DragonflyNeverConfigured:
    'Les pods sont prêts, mais l’opérateur n’a jamais configuré la réplication.',
  DragonflyPodsNotRead:
    'La phase ne recule pas quand le maître meurt ; ce sont les pods qui décident, et ils n’ont pas été lus.',
  DragonflyStateUnknown: 'Sa phase n’est connue d’aucune règle.',
};
