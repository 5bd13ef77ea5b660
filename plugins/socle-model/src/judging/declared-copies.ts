import { Thresholds } from './thresholds';

/** What a provider says of the copies behind a class of its own. It cannot be checked from a tenant's cluster. */
export interface DeclaredCopies {
  how: 'replicated' | 'asynchronous' | 'single' | 'unknown';
  /** For a sentence, after a colon or a comma. */
  says: string;
}

/**
 * The copies that Cozystack's and Hikube's classes promise, by the name of the class on the provider's side. Declared
 * is not verified: no health follows from it.
 */
export function declaredCopies(
  infraClass: string,
  { declaredReplicaCopies, declaredReplicaSites }: Thresholds,
): DeclaredCopies {
  switch (infraClass) {
    case 'replicated':
      return {
        how: 'replicated',
        says: `${declaredReplicaCopies} synchronous copies in ${declaredReplicaSites} sites according to the provider, which cannot be checked from here`,
      };
    case 'replicated-async':
      return {
        how: 'asynchronous',
        says: `${declaredReplicaCopies} copies in ${declaredReplicaSites} sites according to the provider, which cannot be checked from here; the last writes may be missing after a loss`,
      };
    case 'local':
      return {
        how: 'single',
        says: 'one copy in one site according to the provider',
      };
    default:
      return {
        how: 'unknown',
        says: `how many copies its class "${infraClass}" of the provider keeps is not known`,
      };
  }
}
