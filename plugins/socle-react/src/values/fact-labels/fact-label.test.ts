import { factLabel, relationLabel, within } from './fact-label';
import { FACTS_FR } from './fact-labels.fr';
import { RELATIONS_FR } from './relations.fr';

describe('factLabel', () => {
  it.each([
    ['actualSize', 'Actual size'],
    ['phase', 'Phase'],
    ['clusterIP', 'Cluster IP'],
    ['externalURLs', 'External URLs'],
    ['s3Url', 'S3 URL'],
    ['nodeID', 'Node ID'],
    ['csiAttempted', 'CSI attempted'],
    ['haEnabled', 'HA enabled'],
    ['tikvSynced', 'TiKV synced'],
    ['lastSeenSeconds', 'Last seen'],
    ['pollMillis', 'Poll (ms)'],
    ['usedPercent', 'Used (%)'],
    ['bytesUsed', 'Bytes used'],
    ['x', 'X'],
  ])('says the words of %s in English', (name, text) => {
    expect(factLabel(name, 'en')).toEqual({ text, language: 'en' });
  });

  it.each(['fr', 'fr-CH'])(
    'says it in French where that is known (%s)',
    one => {
      expect(factLabel('actualSize', one)).toEqual({
        text: 'Taille réelle',
        language: 'fr',
      });
    },
  );

  it('says in English what has no French word, and says so', () => {
    expect(factLabel('kilnGlaze', 'fr')).toEqual({
      text: 'Kiln glaze',
      language: 'en',
    });
  });

  it.each(['topology.kubernetes.io/zone', 'stock-2', '/ConfigMap', 'RW'])(
    'leaves %s as it is',
    name => {
      expect(factLabel(name, 'fr')).toBeUndefined();
    },
  );
});

describe('relationLabel', () => {
  it.each([
    ['runsOn', 'en', 'Runs on', 'en'],
    ['runsOn', 'fr', 'S’exécute sur', 'fr'],
    ['default', 'fr', 'Par défaut', 'fr'],
    ['glazedBy', 'fr', 'Glazed by', 'en'],
  ])('calls %s in %s: %s', (name, asked, text, language) => {
    expect(relationLabel(name, asked)).toEqual({ text, language });
  });
});

describe('within', () => {
  it.each([
    ['Taille réelle', 'taille réelle'],
    ['CPU', 'CPU'],
    ['IP interne', 'IP interne'],
    ['TiKV synchronisé', 'TiKV synchronisé'],
    ['État', 'état'],
  ])('writes %s as %s', (text, inside) => {
    expect(within(text)).toBe(inside);
  });
});

describe('the French names', () => {
  it('are French: a capital first, a typographic apostrophe', () => {
    const wrong = [...FACTS_FR.values(), ...RELATIONS_FR.values()].filter(
      text =>
        text !== 'etcd' &&
        (/'/.test(text) || text !== text.trim() || !/^\p{Lu}/u.test(text)),
    );
    expect(wrong).toEqual([]);
  });
});
