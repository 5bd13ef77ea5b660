/**
 * The engine in memory, for tests and development.
 *
 * @packageDocumentation
 */
export type {
  CallOptions,
  ExportFormat,
  ExportView,
  ListedResource,
  ResourceQuery,
  SocleApi,
  TimelineQuery,
} from './api/socle-api';
export { FakeSocleApi, type AddedToPlatform } from './testing/FakeSocleApi';
