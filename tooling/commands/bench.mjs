import { tool } from '../launcher/tool.mjs';

export const run = tool('bench', 'bench/src/main.ts', ['--expose-gc']);
