/** The causes in French of the reasons that any kind can be given. */
export const COMMON_CAUSES_FR: Readonly<Record<string, string>> = {
  Unreadable: 'L’objet n’a pas pu être lu.',
  RuleFailed: 'Une règle a rencontré ce qu’elle ne sait pas juger.',
  DeletionStuck: 'La suppression attend un finalizer que personne ne retire.',
  BeingDeleted: 'L’objet est en cours de suppression.',
  DefinedInGit: 'Un manifeste qu’aucun serveur n’a vu.',
  NoStatusYet: 'Le contrôleur n’a encore rien rapporté.',
  NeverReported: 'Le contrôleur n’a jamais rapporté d’état.',
  GenerationLag: 'Le contrôleur n’a pas traité la dernière définition.',
  NoProgress: 'Ce qui était en cours n’avance plus depuis trop longtemps.',
  NoState: 'Ce type n’a pas d’état propre.',
  NotJudged: 'L’objet vient d’être lu.',
};
