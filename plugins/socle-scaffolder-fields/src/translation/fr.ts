/** The French words of the fields. */
const messages = {
  notRead:
    'Les clusters n’ont pas pu être interrogés : saisissez un nom que vous connaissez.',
  'name.label': 'Nom',
  'name.upperCase': 'Lettres minuscules seulement.',
  'name.characters': 'Seulement les lettres a à z, des chiffres et des tirets.',
  'name.firstLetter': 'Il commence par une lettre.',
  'name.hyphens': 'Les tirets sont isolés, et jamais à la fin.',
  'name.short': 'Un peu plus long.',
  'name.long': 'Un peu plus court.',
  'name.reserved': 'La plateforme se réserve ce nom.',
  'name.taken': 'Une application de ce nom existe déjà.',
  'name.unknown': 'Il n’y a pas d’application de ce nom.',
  'name.free': 'Ce nom est libre.',
  'name.there': 'Cette application existe.',
  'name.offered': 'Applications : {{names}}.',
  'name.notCompared':
    'Le dépôt GitOps n’a pas pu être lu : on verra plus tard si le nom est libre.',
  'cluster.label': 'Cluster',
  'cluster.default': 'Comme convenu pour tous les clusters',
  'cluster.stale': 'Ce cluster ne peut pas être lu en ce moment.',
  'namespace.label': 'Namespace',
  'namespace.made': 'Le namespace {{name}} est créé.',
  'namespace.there': 'Le namespace {{name}} existe et est partagé.',
  'namespace.thereOwn':
    'Le namespace {{name}} existe : si autre chose l’a créé, indiquez que cette application ne le crée pas.',
  'namespace.missing':
    'Il n’y a pas encore de namespace {{name}} ; rien ici ne le crée.',
  'project.label': 'Projet',
  'project.default': 'Celui par défaut ({{name}})',
  'host.label': 'Hôte',
  'host.means': 'Accessible à https://{{host}}',
  'host.form': 'Lettres a à z, chiffres et tirets ; des points entre eux.',
  'host.domain': 'Un mot sous {{domains}}.',
  'host.taken': '{{host}} est pris par {{by}}.',
  'storageClass.label': 'Classe de stockage',
  'storageClass.default': 'Comme convenu ({{name}})',
  'storageClass.isDefault': 'par défaut',
  'storageClass.deletes': 'efface les données avec leur demande',
  'storageClass.keeps': 'garde les données',
  'storageClass.missing': 'Le cluster n’a pas cette classe.',
  'values.label': 'Valeurs',
  'values.unreadable':
    'Ce n’est pas encore du YAML de clés et de valeurs (ligne {{problem}}).',
  'preview.asking': 'Les fichiers sont en cours de composition',
  'preview.unavailable': 'Les fichiers ne peuvent pas être montrés maintenant',
  'preview.outdated': 'Ce sont peut-être les fichiers de réponses antérieures',
  'preview.refused': 'Ces réponses sont refusées',
  'preview.notCompared':
    'Le dépôt GitOps n’a pas pu être lu : ce qui existe déjà n’a pas été comparé',
  'preview.order': 'Ce qui se passe, dans cet ordre',
  'preview.files': 'Fichiers',
  'preview.same': 'existe déjà',
  'preview.count_one':
    '{{count}} fichier est proposé. Rien n’est écrit avant que vous ne le créiez.',
  'preview.count_other':
    '{{count}} fichiers sont proposés. Rien n’est écrit avant que vous ne les créiez.',
};
export default messages;
