import { A_TO_C } from './a-to-c.fr';
import { D_TO_H } from './d-to-h.fr';
import { I_TO_O } from './i-to-o.fr';
import { P_TO_R } from './p-to-r.fr';
import { S_TO_Z } from './s-to-z.fr';

/** The facts of all systems, as pages call them in French. */
export const FACTS_FR: ReadonlyMap<string, string> = new Map(
  [A_TO_C, D_TO_H, I_TO_O, P_TO_R, S_TO_Z].flatMap(Object.entries),
);
