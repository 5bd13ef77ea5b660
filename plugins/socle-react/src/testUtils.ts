/**
 * The engine in memory, for tests and development.
 *
 * @packageDocumentation
 */
export { FakeSocleApi } from './testing/FakeSocleApi';
