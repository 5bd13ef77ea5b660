import { tool } from '../launcher/tool.mjs';

export const run = tool('simulator', 'packages/simulator/src/main.ts');
