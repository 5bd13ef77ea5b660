/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  GarageHealthy:
    'Tous les nœuds de stockage sont en service et toutes les partitions complètes.',
  GarageDataMoving:
    'Des données sont en cours de déplacement vers une nouvelle disposition.',
  GarageOnlyAnswers: 'Garage répond, et rien de plus n’est connu.',
  GarageTokenRefused: 'Garage n’accepte pas le jeton d’administration.',
  GarageNotAnswering:
    'L’API d’administration ne donne aucune réponse utilisable.',
  GarageNoLayout:
    'Aucun nœud n’a reçu de capacité : le cluster ne stocke rien.',
  GarageQuorumLost:
    'Trop de nœuds de stockage sont absents pour certaines partitions.',
  GarageNodesMissing:
    'Des nœuds de stockage sont absents, et des copies avec eux.',
  GarageHealthUnclear:
    'La réponse sur la santé dit quelque chose qu’aucune règle ne connaît.',
  GarageDiskNearlyFull: 'Il reste peu de place sur le disque d’un nœud.',
  GarageNodeTroubled:
    'Un nœud ne peut pas lire des blocs, ou l’un de ses workers échoue sans cesse.',
  GarageVersionsMixed: 'Les nœuds n’ont pas tous la même version.',
  GarageLayoutInForce: 'Une seule disposition est en vigueur.',
  GarageLayoutMoving: 'Des données passent d’une disposition à la suivante.',
  GarageLayoutEmpty: 'Aucun nœud n’a de rôle avec une capacité.',
  GarageLayoutNotTold: 'La disposition n’a pas été donnée.',
  GarageNodeWell: 'Le nœud est en service et n’a pas d’erreurs.',
  GarageNodeDraining:
    'Les données du nœud sont en cours de déplacement ailleurs.',
  GarageNodeWithoutRole: 'Le nœud n’est pas dans la disposition.',
  GarageNodeNotTold: 'Aucune réponse ne dit si le nœud est en service.',
  GarageNodeDown: 'Un nœud de stockage n’est pas connecté aux autres.',
  GarageGatewayDown:
    'Une passerelle, qui ne garde pas de données, n’est pas connectée aux autres nœuds.',
  GarageBlocksUnreadable:
    'Des blocs auxquels se réfèrent des objets ne peuvent être lus sur aucun nœud.',
  GarageNodeDiskNearlyFull:
    'Il reste peu de place sur le disque de données ou de métadonnées du nœud.',
  GarageWorkerFailing: 'Un worker d’arrière-plan du nœud répète une erreur.',
  GarageNodeNotAsked: 'Le nœud n’a pas répondu à celui qui a été interrogé.',
  GarageWorkerRuns: 'Le worker fait son travail.',
  GarageWorkerRepeatsError:
    'Le worker rencontre encore et encore la même erreur.',
  GarageWorkerNotTold:
    'Ce que fait le worker n’est pas dit dans des termes connus.',
  GarageBucketHasRoom: 'Le compartiment est sous ses quotas, ou n’en a pas.',
  GarageBucketNotTold: 'Le remplissage du compartiment n’a pas été donné.',
  GarageBucketFull: 'Le compartiment a atteint un quota.',
  GarageBucketNearlyFull: 'Le compartiment va atteindre un quota.',
  GarageBucketClusterFailed:
    'Le cluster qui garde le compartiment est en échec.',
  GarageKeyValid: 'La clé d’accès est valide.',
  GarageKeyNotTold: 'L’expiration de la clé d’accès n’a pas été donnée.',
  GarageKeyExpired: 'La clé d’accès a expiré.',
  GarageKeyExpiring: 'La clé d’accès va bientôt expirer.',
};
