/** The French words; the type of the ref refuses a missing key. */
export default {
  title: 'Livraison',
  'tabs.overview': 'Vue d’ensemble',
  'tabs.apps': 'Applications',
  'tabs.flux': 'Flux',
  'tabs.sources': 'Sources et projets',
  'tabs.secrets': 'Secrets',
  'overview.patterns': 'Applications d’Argo CD par modèle',
  'overview.systems': 'De quoi la livraison est faite',
  'overview.none': 'Ni Argo CD ni Flux n’est connu dans ce cluster.',
  'overview.worse_one': '{{count}} ressource ne va pas bien.',
  'overview.worse_other': '{{count}} ressources ne vont pas bien.',
  'delivery.well': 'La livraison va bien.',
  'delivery.notKnown':
    'On ne peut dire si la livraison va bien : toutes les sources n’ont pas été lues.',
  'delivery.broken_one':
    '{{count}} cause première touche la livraison et fait tomber {{affected}}.',
  'delivery.broken_other':
    '{{count}} causes premières touchent la livraison et font tomber {{affected}}.',
  'delivery.alone_one':
    '{{count}} cause première dans la livraison ; elle ne fait tomber rien d’autre.',
  'delivery.alone_other':
    '{{count}} causes premières dans la livraison ; elles ne font tomber rien d’autre.',
  'pattern.A': 'Helm et configurations',
  'pattern.B': 'Helm en ligne',
  'pattern.C': 'Chart enveloppe',
  'pattern.D': 'Manifestes bruts',
  'pattern.other': 'Aucun des quatre',
  'pattern.otherShort': 'autre',
  'sync.Synced': 'synchronisée',
  'sync.OutOfSync': 'désynchronisée',
  'sync.Unknown': 'non connue',
  'confidence.high': 'sûr',
  'confidence.medium': 'probable',
  'confidence.low': 'incertain',
  'patternReason.chartWithCompanions':
    'Un chart accompagné d’un dossier de manifestes.',
  'patternReason.chartWithValuesFile':
    'Un chart dont les valeurs sont un fichier du dépôt GitOps.',
  'patternReason.chartWithFilteredFolder':
    'Un chart et son propre dossier, dont des fichiers sont exclus ou choisis.',
  'patternReason.chartWithInlineValues':
    'Un chart dont les valeurs sont dans l’Application.',
  'patternReason.chartWithoutValues': 'Un chart sans aucune valeur.',
  'patternReason.wrapperChart':
    'Un Chart.yaml local qui dépend d’un chart externe.',
  'patternReason.assumedWrapperChart':
    'Un chart dans un chemin du dépôt GitOps ; son Chart.yaml n’a pas été lu, ou des manifestes l’accompagnent.',
  'patternReason.rawManifests': 'Un dossier de simples manifestes.',
  'patternReason.rawManifestsBundle':
    'Un dossier de simples manifestes qui contient aussi une Application.',
  'patternReason.invalid': 'Aucune Application lisible.',
  'patternReason.applicationSet': 'Un gabarit d’Applications.',
  'patternReason.generated': 'Produite par un ApplicationSet.',
  'patternReason.sourceHydrator': 'Rendue par le source hydrator.',
  'patternReason.noSource': 'Aucune source n’est donnée.',
  'patternReason.appOfApps':
    'Elle ne rend que des Applications et des projets.',
  'patternReason.plugin':
    'Rendue par une extension de gestion de configuration.',
  'patternReason.jsonnet': 'Rendue par Jsonnet.',
  'patternReason.kustomize': 'Rendue par Kustomize.',
  'patternReason.localChart':
    'Un chart du dépôt GitOps qui n’enveloppe rien d’externe.',
  'patternReason.undetermined': 'Rien de connu ne montre ce qui la rend.',
  'apps.label': 'Applications',
  'apps.pattern': 'Modèle',
  'apps.project': 'Projet',
  'apps.destination': 'Namespace cible',
  'apps.sync': 'Synchro et santé',
  'apps.syncState': 'Synchro',
  'apps.revision': 'Révision',
  'apps.operation': 'Dernière opération',
  'apps.sources': 'Sources',
  'apps.drift': '{{number}} diffèrent de Git',
  'apps.driftOf': '{{number}} sur {{of}} diffèrent de Git',
  'apps.manual': 'synchronisée à la main',
  'apps.none': 'Aucune Application d’Argo CD n’est connue.',
  'apps.noneKnown':
    'Aucune Application n’est encore connue : toutes les sources n’ont pas été lues.',
  'apps.count_one': '{{count}} application',
  'apps.count_other': '{{count}} applications',
  'flux.label': 'Kustomizations et HelmReleases',
  'flux.source': 'Source',
  'flux.path': 'Chemin ou chart',
  'flux.revision': 'Révision',
  'flux.ready': 'Prêt',
  'flux.suspended': 'Suspendu',
  'flux.isSuspended': 'suspendu',
  'flux.interval': 'Intervalle',
  'sources.label': 'Sources, ApplicationSets et projets',
  'sources.from': 'Origine',
  'sources.more_one': 'et {{count}} autre',
  'sources.more_other': 'et {{count}} autres',
  'secrets.label': 'Ce qui va chercher les secrets, et où',
  'secrets.store': 'Magasin et secret',
  'secrets.refreshed': 'Synchronisé',
  'secrets.well': 'Les secrets arrivent.',
  'secrets.notKnown':
    'On ne peut dire si les secrets arrivent : toutes les sources n’ont pas été lues.',
  'secrets.broken_one':
    '{{count}} cause première touche les secrets et fait tomber {{affected}}.',
  'secrets.broken_other':
    '{{count}} causes premières touchent les secrets et font tomber {{affected}}.',
  'secrets.alone_one':
    '{{count}} cause première dans les secrets ; elle ne fait tomber rien d’autre.',
  'secrets.alone_other':
    '{{count}} causes premières dans les secrets ; elles ne font tomber rien d’autre.',
  'chain.back.apps': 'Toutes les applications',
  'chain.back.flux': 'Tout ce que Flux applique',
  'chain.back.sources': 'Toutes les sources et projets',
  'chain.back.secrets': 'Tous les secrets',
};
