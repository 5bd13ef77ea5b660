import { Unread } from '../input/find-files';
import { Row } from './row';

/** What is found, and what could not be read. */
export interface Assessment {
  rows: Row[];
  unread: Unread[];
  /** Said to a person, without being an error. */
  notes: string[];
}
