/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  SurrealDbHealthy: 'La base de données a atteint son stockage.',
  SurrealDbStorageFailing:
    'Le stockage derrière la base de données est défaillant.',
  SurrealDbHealthNotAllowed: 'La route de santé n’est pas autorisée.',
  SurrealDbHealthNotReached:
    'Le processus tourne, mais sa route de santé ne répond pas.',
  SurrealDbStateUnknown: 'Ce qui a été répondu ne dit rien de son stockage.',
};
