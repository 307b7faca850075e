import { useAnswer } from '../../asking/use-answer.js';
import { RecordFactsDocument, type RecordFactsQuery, type RecordOwnerFragment } from '../../graphql/graphql.js';
import { PageTitle } from '../../parts/page-title.js';
import { Section } from '../../parts/section.js';
import { Sources } from '../../parts/sources.js';
import { ThingLink } from '../../parts/thing-link.js';
import { type Labels, useLabels } from './labels.js';
import { FactList } from './parts/fact-list.js';
import type { Fact } from './thing-type.js';

type Fields = Readonly<Record<string, unknown>>;

/** The enumerations of the fields that have one. */
const enumerations: Readonly<Record<string, string>> = {
  kind: 'ChangeKind',
  passageKind: 'PassageKind',
  basis: 'ChangeBasis',
  change: 'ChangeKind',
  fromStage: 'PlanStage',
  toStage: 'PlanStage',
  stage: 'PlanStage',
  grade: 'Grade',
  treatment: 'ProposalTreatment',
  assessment: 'ProposalAssessment',
  severity: 'IssueSeverity',
};

/** What has an id but no name, such as a grade or the answer to a survey: its fields, and what it belongs to. */
export function RecordView({ id }: { readonly id: string }) {
  const labels = useLabels();
  const { words, vocabulary, nameOf } = labels;
  const { answer, asked } = useAnswer(RecordFactsDocument, { id });
  const { node } = answer;
  if (!node) return null;
  const { __typename, id: _, ...fields } = node;
  const sources = 'sources' in node ? node.sources : [];
  const owner = Object.values<unknown>(fields).find(isThing);
  const type = vocabulary.type(__typename);
  return (
    <article className="thing">
      <header className="thing-header">
        <p className="thing-type">{type}</p>
        <PageTitle title={owner ? `${nameOf(owner)}: ${type}` : type} />
      </header>
      <Section title={words.facts} asked={asked}>
        <FactList facts={factsOf(__typename, fields, labels)} />
      </Section>
      <Section title={`${words.sources} (${sources.length})`}>
        <Sources sources={sources} />
      </Section>
    </article>
  );
}

/** What is there in both languages; what changed has words, and a code that says nothing to people. */
const inOtherLanguage = { ja: ['message', 'fieldLabelEn'], en: ['messageJa', 'fieldLabel'] } as const;

const factsOf = (type: RecordType, fields: Fields, { language, vocabulary, words }: Labels): readonly Fact[] =>
  Object.entries(fields)
    .filter(([field]) => !['sources', 'field', ...inOtherLanguage[language]].includes(field))
    .map(([field, value]): Fact => {
      const label = vocabulary.field(type, field === 'passageKind' ? 'kind' : field);
      if (isThing(value)) return [label, <ThingLink key={field} thing={value} />];
      if (typeof value !== 'string' && typeof value !== 'number') return [label, null];
      const enumeration = enumerations[field];
      if (enumeration) return [label, vocabulary.value(enumeration, String(value))];
      if (field === 'fiscalYear' || field === 'year') return [label, words.year(eraOf(fields), Number(value))];
      return field === 'era' ? [label, null] : [label, value];
    });

type RecordType = NonNullable<RecordFactsQuery['node']>['__typename'];

const eraOf = ({ era }: Fields) => (typeof era === 'string' ? era : null);

const isThing = (value: unknown): value is RecordOwnerFragment =>
  typeof value === 'object' && value !== null && 'name' in value && 'id' in value;
