export { contextFor, repositoryKey } from './context';
export type { ChartContent, PatternContext, PatternStatus } from './context';
export { classifyApplication } from './classify';
export { PATTERN_REASONS, patternFacts } from './classification';
export type {
  Classification,
  DeploymentPattern,
  PatternConfidence,
  PatternFacts,
  PatternReason,
} from './classification';
export { companionsOf } from './companions';
export type { ClassifiedApplication } from './companions';
