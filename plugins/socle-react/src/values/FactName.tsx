import { useLanguage } from '../time/use-language';
import { factLabel, relationLabel, within } from './fact-labels/fact-label';

/** What a fact, or a part of one, is called. */
export function FactName(props: { name: string; nested?: boolean }) {
  const language = useLanguage();
  const { name, nested } = props;
  const label = factLabel(name, language);
  // Within a fact there are keys that the cluster brings, and they look like words too.
  if (!label || (nested && label.language === 'en' && !/[A-Z]/.test(name))) {
    return <span translate="no">{name}</span>;
  }
  return (
    <span lang={label.language}>
      {nested ? within(label.text) : label.text}
    </span>
  );
}

/**
 * What a relation between two resources is called.
 * @public
 */
export function RelationName(props: { rel: string }) {
  const label = relationLabel(props.rel, useLanguage());
  return label ? (
    <span lang={label.language}>{label.text}</span>
  ) : (
    <span translate="no">{props.rel}</span>
  );
}
