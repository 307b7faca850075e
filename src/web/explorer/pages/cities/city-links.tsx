import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CoverageToldFragment } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useView, type View } from '../../site/view.js';
import type { City } from './city.js';
import { useCityWords } from './words.js';

/** The page of a city: `/cities/honjo`. */
export function CityLink({ city }: { readonly city: City }) {
  const { nameOf } = useLabels();
  const { linkOf } = useView();
  return <Link to={linkOf(city, `/cities/${encodeURIComponent(city.key)}`)}>{nameOf(city)}</Link>;
}

/** A list of a city, which need not be the one that is looked at. */
export function ListOfCity({
  city,
  list,
  filters,
  stage,
  children,
}: {
  readonly city: City;
  readonly list: string;
  readonly filters?: Readonly<Record<string, string>>;
  /** As the view has it where it is left out; null for what is in force. */
  readonly stage?: View['stage'];
  readonly children: ReactNode;
}) {
  const { linkOf } = useView();
  return <Link to={linkOf(city, `/lists/${list}`, filters, stage)}>{children}</Link>;
}

/** A number of a city, behind how much was read for it where that is not all: numbers stand below each other. */
export function Told({
  coverage,
  children,
}: {
  readonly coverage: Pick<CoverageToldFragment, 'state' | 'note' | 'noteEn'> | undefined;
  readonly children: ReactNode;
}) {
  const { states } = useCityWords();
  const { pick } = useLabels();
  if (!coverage || coverage.state === 'COMPLETE') return children;
  return (
    <span>
      <span className="quiet-text" title={pick(coverage.note, coverage.noteEn)}>
        {states[coverage.state]}
      </span>{' '}
      {children}
    </span>
  );
}
