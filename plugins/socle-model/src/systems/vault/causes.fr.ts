/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  VaultUnsealed: 'Le coffre est descellé et joue son rôle.',
  VaultSealed: 'Le coffre est scellé : ses clés ne sont pas en mémoire.',
  VaultNotInitialized:
    'Personne ne l’a initialisé, ou il a perdu son stockage.',
  VaultNodeRemoved: 'Le nœud a été retiré du cluster Raft.',
  VaultNoActiveNode: 'Aucun nœud n’est le nœud actif.',
  VaultStandbyCutOff: 'Un nœud de secours n’atteint pas le nœud actif.',
  VaultRaftNotRedundant: 'Son stockage Raft ne peut plus perdre aucun serveur.',
  VaultSeveralActive: 'Plusieurs nœuds se disent actifs.',
  VaultNodeSilent:
    'Un nœud de secours ne donne plus de nouvelles au nœud actif.',
  VaultStateUnrecognised: 'Ses réponses ne disent pas s’il est scellé.',
  VaultMountThere: 'Le moteur est monté.',
  VaultMountRemoved:
    'L’extension derrière le montage n’est plus prise en charge.',
  VaultMountUnrecognised: 'Le genre de moteur n’a pas été donné.',
  VaultPathHasVersion: 'La version la plus récente peut être lue.',
  VaultPathListed: 'Seul le nom est connu ; les versions n’ont pas été lues.',
  VaultPathMissing: 'Il n’y a rien à ce chemin.',
  VaultPathDeleted: 'La version la plus récente est supprimée.',
  VaultPathDestroyed: 'La version la plus récente est détruite pour de bon.',
  VaultPathUnrecognised:
    'Ses métadonnées ne disent pas l’état de la version la plus récente.',
  VaultRoleBound: 'Le rôle laisse entrer des ServiceAccounts nommés.',
  VaultRoleListed: 'Seul le nom du rôle est connu.',
  VaultRoleBindsNobody:
    'Aucun ServiceAccount ne peut se connecter avec ce rôle.',
  VaultRoleWithoutPolicy: 'Qui se connecte avec ce rôle n’a le droit de rien.',
  VaultPolicyFits:
    'Ses chemins sont de la forme qu’ont les montages derrière eux.',
  VaultPolicyNotChecked:
    'On ne sait pas si ses chemins correspondent à quelque chose.',
  VaultPolicyMatchesNothing:
    'Elle nomme des chemins de KV version 1 sur un montage de version 2.',
};
