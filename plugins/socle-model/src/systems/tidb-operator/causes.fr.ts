/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  TidbClusterReady:
    'Tous les stores sont en service et tous les membres de PD sont sains.',
  TidbClusterPaused: 'L’opérateur ou ses pods sont volontairement arrêtés.',
  TidbClusterRollingOut: 'Des pods sont remplacés, ajoutés ou retirés.',
  TidbClusterStoreDraining: 'Un store cède ses régions avant de partir.',
  TidbClusterPdDown: 'PD n’a pas de leader ou pas de majorité.',
  TidbClusterQuorumLost: 'Deux stores TiKV ou plus sont muets.',
  TidbClusterPdMemberDown:
    'Un membre de PD n’est pas sain ; la majorité tient.',
  TidbClusterNotSynced:
    'L’opérateur n’a pas pu parler à PD : la liste des stores est ancienne.',
  TidbClusterStoreSilent: 'Un store TiKV n’envoie plus de signal de vie.',
  TidbClusterTiFlashSilent:
    'Des stores TiFlash n’envoient plus de signal de vie ; ils ne contiennent que des copies.',
  TidbClusterStoreReplaced: 'L’opérateur a remplacé un store en échec.',
  TidbClusterNotReady: 'L’opérateur dit qu’un composant n’est pas prêt.',
  TidbClusterStateUnknown:
    'Son statut dit quelque chose qu’aucune règle ne connaît.',
  TidbV2ClusterAvailable:
    'Le cluster est utilisable, et ses groupes vont bien.',
  TidbV2ClusterProgressing:
    'Le cluster est en cours de mise en place ou de changement.',
  TidbV2ClusterHeld: 'Le cluster est volontairement en pause ou suspendu.',
  TidbV2ClusterUnavailable: 'Le cluster est inutilisable.',
  TidbV2ClusterGroupNotWell:
    'Le cluster est utilisable, mais l’un de ses groupes ne va pas bien.',
  TidbV2ClusterStateUnknown:
    'Ses conditions disent quelque chose qu’aucune règle ne connaît.',
  PDGroupReady: 'Toutes les instances sont prêtes et à jour.',
  PDGroupRollingOut:
    'Des instances sont en cours de démarrage ou de remplacement.',
  PDGroupSuspended: 'Le groupe est volontairement arrêté.',
  PDGroupInstancesMissing: 'Moins d’instances sont prêtes que voulu.',
  PDGroupDown: 'Aucune instance n’est prête.',
  PDGroupStateUnknown:
    'Ses conditions disent quelque chose qu’aucune règle ne connaît.',
  TiKVGroupReady: 'Toutes les instances sont prêtes et à jour.',
  TiKVGroupRollingOut:
    'Des instances sont en cours de démarrage ou de remplacement.',
  TiKVGroupSuspended: 'Le groupe est volontairement arrêté.',
  TiKVGroupInstancesMissing: 'Moins d’instances sont prêtes que voulu.',
  TiKVGroupDown:
    'Deux instances ou plus ne sont pas prêtes : des régions ont peut-être perdu leur quorum.',
  TiKVGroupStateUnknown:
    'Ses conditions disent quelque chose qu’aucune règle ne connaît.',
  TiDBGroupReady: 'Toutes les instances sont prêtes et à jour.',
  TiDBGroupRollingOut:
    'Des instances sont en cours de démarrage ou de remplacement.',
  TiDBGroupSuspended: 'Le groupe est volontairement arrêté.',
  TiDBGroupInstancesMissing: 'Moins d’instances sont prêtes que voulu.',
  TiDBGroupDown: 'Aucune instance n’est prête.',
  TiDBGroupStateUnknown:
    'Ses conditions disent quelque chose qu’aucune règle ne connaît.',
  TiFlashGroupReady: 'Toutes les instances sont prêtes et à jour.',
  TiFlashGroupRollingOut:
    'Des instances sont en cours de démarrage ou de remplacement.',
  TiFlashGroupSuspended: 'Le groupe est volontairement arrêté.',
  TiFlashGroupInstancesMissing: 'Moins d’instances sont prêtes que voulu.',
  TiFlashGroupDown: 'Aucune instance n’est prête.',
  TiFlashGroupStateUnknown:
    'Ses conditions disent quelque chose qu’aucune règle ne connaît.',
  TiProxyGroupReady: 'Toutes les instances sont prêtes et à jour.',
  TiProxyGroupRollingOut:
    'Des instances sont en cours de démarrage ou de remplacement.',
  TiProxyGroupSuspended: 'Le groupe est volontairement arrêté.',
  TiProxyGroupInstancesMissing: 'Moins d’instances sont prêtes que voulu.',
  TiProxyGroupDown: 'Aucune instance n’est prête.',
  TiProxyGroupStateUnknown:
    'Ses conditions disent quelque chose qu’aucune règle ne connaît.',
  TiCDCGroupReady: 'Toutes les instances sont prêtes et à jour.',
  TiCDCGroupRollingOut:
    'Des instances sont en cours de démarrage ou de remplacement.',
  TiCDCGroupSuspended: 'Le groupe est volontairement arrêté.',
  TiCDCGroupInstancesMissing: 'Moins d’instances sont prêtes que voulu.',
  TiCDCGroupDown: 'Aucune instance n’est prête.',
  TiCDCGroupStateUnknown:
    'Ses conditions disent quelque chose qu’aucune règle ne connaît.',
  PDServing: 'L’instance de PD est prête.',
  PDUnderWay:
    'L’instance de PD est en cours de démarrage, de remplacement ou de retrait.',
  PDSuspended: 'L’instance de PD est volontairement arrêtée.',
  PDNotReady:
    'Le pod de l’instance de PD ou le processus qu’il contient n’est pas prêt.',
  PDStateUnknown:
    'Le statut de l’instance de PD dit quelque chose qu’aucune règle ne connaît.',
  TiKVServing: 'L’instance de TiKV est prête.',
  TiKVUnderWay:
    'L’instance de TiKV est en cours de démarrage, de remplacement ou de retrait.',
  TiKVSuspended: 'L’instance de TiKV est volontairement arrêtée.',
  TiKVNotReady:
    'Le pod de l’instance de TiKV ou le processus qu’il contient n’est pas prêt.',
  TiKVOfflineFailed: 'L’instance de TiKV n’a pas pu être mise hors service.',
  TiKVStateUnknown:
    'Le statut de l’instance de TiKV dit quelque chose qu’aucune règle ne connaît.',
  TiDBServing: 'L’instance de TiDB est prête.',
  TiDBUnderWay:
    'L’instance de TiDB est en cours de démarrage, de remplacement ou de retrait.',
  TiDBSuspended: 'L’instance de TiDB est volontairement arrêtée.',
  TiDBNotReady:
    'Le pod de l’instance de TiDB ou le processus qu’il contient n’est pas prêt.',
  TiDBStateUnknown:
    'Le statut de l’instance de TiDB dit quelque chose qu’aucune règle ne connaît.',
  TiFlashServing: 'L’instance de TiFlash est prête.',
  TiFlashUnderWay:
    'L’instance de TiFlash est en cours de démarrage, de remplacement ou de retrait.',
  TiFlashSuspended: 'L’instance de TiFlash est volontairement arrêtée.',
  TiFlashNotReady:
    'Le pod de l’instance de TiFlash ou le processus qu’il contient n’est pas prêt.',
  TiFlashOfflineFailed:
    'L’instance de TiFlash n’a pas pu être mise hors service.',
  TiFlashStateUnknown:
    'Le statut de l’instance de TiFlash dit quelque chose qu’aucune règle ne connaît.',
  TiProxyServing: 'L’instance de TiProxy est prête.',
  TiProxyUnderWay:
    'L’instance de TiProxy est en cours de démarrage, de remplacement ou de retrait.',
  TiProxySuspended: 'L’instance de TiProxy est volontairement arrêtée.',
  TiProxyNotReady:
    'Le pod de l’instance de TiProxy ou le processus qu’il contient n’est pas prêt.',
  TiProxyStateUnknown:
    'Le statut de l’instance de TiProxy dit quelque chose qu’aucune règle ne connaît.',
  TiCDCServing: 'L’instance de TiCDC est prête.',
  TiCDCUnderWay:
    'L’instance de TiCDC est en cours de démarrage, de remplacement ou de retrait.',
  TiCDCSuspended: 'L’instance de TiCDC est volontairement arrêtée.',
  TiCDCNotReady:
    'Le pod de l’instance de TiCDC ou le processus qu’il contient n’est pas prêt.',
  TiCDCStateUnknown:
    'Le statut de l’instance de TiCDC dit quelque chose qu’aucune règle ne connaît.',
};
