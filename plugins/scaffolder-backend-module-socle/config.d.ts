export interface Config {
  socle?: {};
}
