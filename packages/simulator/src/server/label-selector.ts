import { badRequest } from '../storage/api-error';

type Labels = Record<string, string>;
export type LabelTest = (labels: Labels | undefined) => boolean;

const requirement =
  /^\s*(?:(!)\s*([^\s,!=<>()]+)|([^\s,!=<>()]+)\s*(?:(==|=|!=|<|>)\s*([^\s,()=!<>]*)|\s(in|notin)\s*\(([^)]*)\))?)\s*(?:,|$)/;
const labelValue = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;
const labelKey =
  /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

function checked(value: string, form: RegExp, selector: string): string {
  if (!form.test(value)) {
    throw badRequest(
      `unable to parse requirement: invalid value "${value}" in "${selector}"`,
    );
  }
  return value;
}

function read(match: RegExpExecArray, selector: string): LabelTest {
  const [, not, absent, key, operator, value, setOperator, values] = match;
  const name = checked(absent ?? key, labelKey, selector);
  if (not) return labels => labels?.[name] === undefined;
  if (setOperator) {
    const wanted = values
      .split(',')
      .map(one => checked(one.trim(), labelValue, selector));
    return setOperator === 'in'
      ? labels => labels?.[name] !== undefined && wanted.includes(labels[name])
      : labels =>
          labels?.[name] === undefined || !wanted.includes(labels[name]);
  }
  if (!operator) return labels => labels?.[name] !== undefined;
  const wanted = checked(value, labelValue, selector);
  if (operator === '<')
    return labels => Number(labels?.[name]) < Number(wanted);
  if (operator === '>')
    return labels => Number(labels?.[name]) > Number(wanted);
  if (operator === '!=') return labels => labels?.[name] !== wanted;
  return labels => labels?.[name] === wanted;
}

/** `a=b`, `a==b`, `a!=b`, `a in (b,c)`, `a notin (b,c)`, `a`, `!a`, `a>1`, joined by commas. */
export function parseLabelSelector(selector: string): LabelTest {
  const tests: LabelTest[] = [];
  let rest = selector;
  while (rest.trim() !== '') {
    const match = requirement.exec(rest);
    if (!match || match[0] === '') {
      throw badRequest(
        `unable to parse requirement: found '${rest}', expected: '=', '!=', '==', 'in', notin'`,
      );
    }
    tests.push(read(match, selector));
    rest = rest.slice(match[0].length);
  }
  return labels => tests.every(test => test(labels));
}
