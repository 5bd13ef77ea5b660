import { verifyRepository, verifyRules } from '..';
import { brokenTree, CASES } from '../__testUtils__/broken-trees';

describe('checks', () => {
  it.each(CASES.map(one => [one.code, one.line, one] as const))(
    '%s at "%s"',
    (code, line, one) => {
      const contents = brokenTree(one);
      const findings = verifyRepository(contents, {
        root: true,
        ...one.options,
      });
      const found = findings.filter(
        finding => finding.code === code && finding.file === one.file,
      );
      expect(findings.map(finding => finding.code)).toContain(code);
      expect(found).toHaveLength(1);
      const lines = (contents.get(one.file) ?? '').split('\n');
      expect(lines[found[0].line - 1]).toContain(line);
      expect(found[0].fix).not.toBe('');
      expect(JSON.stringify(findings)).not.toContain('hunter2');
      expect(found[0].severity).toBe(one.severity ?? found[0].severity);
    },
  );

  it('are each shown by a case', () => {
    const shown = new Set(CASES.map(({ code }) => code));
    expect(
      verifyRules.map(({ code }) => code).filter(code => !shown.has(code)),
    ).toEqual([]);
  });

  it('cover the fourteen', () => {
    expect(new Set(verifyRules.map(({ check }) => check)).size).toBe(14);
  });
});
