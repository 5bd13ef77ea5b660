/** Why nodes do not take a pod, and how many of them, as the scheduler counts. */
export interface SchedulingCause {
  nodes?: number;
  text: string;
}

/** What the scheduler says of nodes or of the pod, and what it means. */
const MEANINGS: ReadonlyArray<[RegExp, (found: RegExpExecArray) => string]> = [
  [/^Insufficient (\S+)$/, ([, resource]) => `too little ${resource}`],
  [/^Too many pods$/, () => 'as many pods as the node may have'],
  [
    /untolerated taint(?:\(s\))?(?: \{([^}:]*)[^}]*\})?$/,
    ([, key]) => (key ? `taint ${key} not tolerated` : 'taint not tolerated'),
  ],
  [
    /didn't match (?:Pod's )?node (?:affinity|selector)/i,
    () => 'its node selector or affinity does not match',
  ],
  [
    /anti-affinity/,
    () => 'a pod is there that its anti-affinity keeps away from',
  ],
  [/pod affinity/, () => 'no pod is there that its affinity asks for'],
  [/topology spread/, () => 'its spread constraint is not met'],
  [
    /volume node affinity conflict|volume affinity|no available volume zone/,
    () => 'its volume is on another node or in another zone',
  ],
  [/exceed max volume count/, () => 'no further volume can be attached'],
  [/free ports/, () => 'its host port is taken'],
  [/(?:were|was) unschedulable/, () => 'cordoned'],
  [/(?:were|was) not ready/, () => 'not ready'],
  [
    /didn't find available persistent volumes/,
    () => 'no volume is there that fits its claim',
  ],
  [
    /unbound immediate PersistentVolumeClaims/i,
    () => 'a claim of it is not bound',
  ],
  [
    /persistentvolumeclaim "([^"]+)" (not found|is being deleted)/i,
    ([, claim, how]) =>
      `claim ${claim} ${how === 'not found' ? 'does not exist' : how}`,
  ],
];

/**
 * Reads `0/5 nodes are available: 2 Insufficient cpu, 3 node(s) had untolerated taint {a: }. preemption: …`. What is
 * said of preemption is left out: it repeats the causes. Empty where the message has another form.
 */
export function schedulingCauses(message: string): {
  nodes?: number;
  causes: SchedulingCause[];
} {
  const counted = /^\d+\/(\d+) nodes are available(?::\s*|$)/.exec(message);
  const said = message
    .slice(counted?.[0].length ?? 0)
    .split(/\.? preemption: /)[0]
    .replace(/[.\s]+$/, '');
  const causes = said
    // A taint holds commas of its own; the next cause begins with a number.
    .split(/,\s+(?=\d+ )|,\s+(?=(?:pod|persistentvolumeclaim|no) )/)
    .map(readCause)
    .filter((cause): cause is SchedulingCause => cause !== undefined);
  const known = counted !== null || causes.some(({ text }) => text !== said);
  return {
    ...(counted ? { nodes: Number(counted[1]) } : {}),
    causes: known ? causes : [],
  };
}

function readCause(part: string): SchedulingCause | undefined {
  const numbered = /^(\d+) (?:node\(s\) )?(.+)$/s.exec(part.trim());
  const what = numbered?.[2] ?? part.trim();
  if (what === '') {
    return undefined;
  }
  const nodes = numbered ? { nodes: Number(numbered[1]) } : {};
  for (const [pattern, meaning] of MEANINGS) {
    const found = pattern.exec(what);
    if (found) {
      return { ...nodes, text: meaning(found) };
    }
  }
  return { ...nodes, text: what };
}

/** `of 5 nodes 2 have too little cpu…`, for a message; the scheduler's own words where they cannot be read. */
export function schedulingText(message: string): string {
  const { nodes, causes } = schedulingCauses(message);
  if (causes.length === 0) {
    return message;
  }
  const listed = causes
    .map(cause =>
      cause.nodes === undefined ? cause.text : `${cause.nodes}: ${cause.text}`,
    )
    .join('; ');
  return nodes === undefined
    ? `${listed}.`
    : `of ${nodes} node${nodes === 1 ? '' : 's'}, ${listed}.`;
}
