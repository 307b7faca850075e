import type { ReactNode } from 'react';
import type { GoalOfLinkFragment, SheetWithGradesFragment } from '../../../graphql/graphql.js';
import type { Named } from '../../../parts/thing-link.js';
import { ThingLink } from '../../../parts/thing-link.js';
import { type ThingWords, useThingWords } from '../words.js';
import './cells.css';

/** The code of a thing, which no line ends within. */
export const Code = ({ children }: { readonly children: ReactNode }) => <span className="thing-code">{children}</span>;

/** Links to several things, one a line. */
export function ThingLinks({ things }: { readonly things: readonly Named[] }) {
  if (things.length <= 1) return things.map((thing) => <ThingLink key={thing.id} thing={thing} />);
  return (
    <ul className="thing-links">
      {things.map((thing) => (
        <li key={thing.id}>
          <ThingLink thing={thing} />
        </li>
      ))}
    </ul>
  );
}

/** A goal by number and name beside its official colour, which is too bright to write on. */
export function NamedGoal({ goal }: { readonly goal: GoalOfLinkFragment }) {
  return (
    <span className="named-goal">
      <span className="named-goal-color" style={{ background: goal.color }} aria-hidden="true" />
      <ThingLink thing={{ ...goal, code: String(goal.number) }} />
    </span>
  );
}

/** The grades of a sheet, oldest first: "R5 A", in English "FY2023 A". */
export const gradesOf = ({ evaluations }: SheetWithGradesFragment, { shortYear }: ThingWords): string =>
  evaluations.map(({ era, fiscalYear, grade }) => `${shortYear(era, fiscalYear)} ${grade}`).join(', ');

/** Sheets with their grades, one a line. */
export function GradedSheets({ sheets }: { readonly sheets: readonly SheetWithGradesFragment[] }) {
  const words = useThingWords();
  return (
    <ul className="thing-links">
      {sheets.map((sheet) => (
        <li key={sheet.id}>
          <ThingLink thing={{ ...sheet, code: sheet.number }} />{' '}
          {sheet.evaluations.length > 0 && <b>{gradesOf(sheet, words)}</b>}
        </li>
      ))}
    </ul>
  );
}
