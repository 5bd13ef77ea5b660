import fc from 'fast-check';
import { schedulingCauses, schedulingText } from './scheduling-causes';

it.each([
  [
    "0/5 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 2 Insufficient cpu, 2 node(s) didn't match Pod's node affinity/selector. preemption: 0/5 nodes are available: 3 Preemption is not helpful for scheduling, 2 No preemption victims found for incoming pod.",
    'of 5 nodes, 1: taint node-role.kubernetes.io/control-plane not tolerated; 2: too little cpu; 2: its node selector or affinity does not match.',
  ],
  [
    '0/3 nodes are available: 3 Insufficient memory, 3 Insufficient nvidia.com/gpu.',
    'of 3 nodes, 3: too little memory; 3: too little nvidia.com/gpu.',
  ],
  [
    '0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims. preemption: not eligible due to preemptionPolicy=Never.',
    'of 1 node, a claim of it is not bound.',
  ],
  ['persistentvolumeclaim "ovens" not found', 'claim ovens does not exist.'],
  [
    '0/4 nodes are available: 1 Too many pods, 1 node(s) were unschedulable, 2 node(s) had volume node affinity conflict.',
    'of 4 nodes, 1: as many pods as the node may have; 1: cordoned; 2: its volume is on another node or in another zone.',
  ],
  [
    "0/3 nodes are available: 3 node(s) didn't match pod anti-affinity rules.",
    'of 3 nodes, 3: a pod is there that its anti-affinity keeps away from.',
  ],
  [
    '0/2 nodes are available: 2 node(s) had untolerated taint(s).',
    'of 2 nodes, 2: taint not tolerated.',
  ],
  [
    '0/2 nodes are available: 2 node(s) are on strike.',
    'of 2 nodes, 2: are on strike.',
  ],
  ['0/0 nodes are available.', '0/0 nodes are available.'],
  ['the scheduler is asleep', 'the scheduler is asleep'],
])('%s', (message, text) => {
  expect(schedulingText(message)).toBe(text);
});

it('reads anything', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc
          .array(
            fc.constantFrom(
              '0/3 nodes are available: ',
              '3 ',
              ', ',
              '{',
              '. preemption: ',
              'node(s) ',
            ),
          )
          .map(parts => parts.join('')),
      ),
      message => {
        expect(Array.isArray(schedulingCauses(message).causes)).toBe(true);
        expect(schedulingText(message)).not.toMatch(/undefined|NaN/);
      },
    ),
  );
});
