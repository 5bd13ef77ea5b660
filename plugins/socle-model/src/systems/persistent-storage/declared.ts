import { HealthContext } from '../../judging/verdict';
import { DeclaredCopies, declaredCopies } from '../../judging/declared-copies';
import type { ClassFacts } from './storage-class';

/** Disks of the virtual machines that a tenant's cluster runs in: what lies behind is the provider's. */
const KUBEVIRT = 'csi.kubevirt.io';

/**
 * What the provider declares of the copies behind a claim or volume, by its storage class. The class's own name says
 * nothing, only the class of the infrastructure that it points to.
 */
export function declaredBehind(
  driver: string | undefined,
  context: HealthContext,
): DeclaredCopies | undefined {
  const found = context.target<ClassFacts>('class');
  return driver === KUBEVIRT && found?.state === 'present'
    ? declaredByClass(found.resource.facts, context)
    : undefined;
}

/** {@link declaredBehind} for the class itself. */
export function declaredByClass(
  { provisioner, infraClass }: ClassFacts,
  { thresholds }: HealthContext,
): DeclaredCopies | undefined {
  if (provisioner !== KUBEVIRT) {
    return undefined;
  }
  return infraClass
    ? declaredCopies(infraClass, thresholds)
    : {
        how: 'unknown',
        says: 'how many copies the provider keeps is not declared',
      };
}
