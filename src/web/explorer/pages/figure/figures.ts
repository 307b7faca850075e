import type { ComponentType } from 'react';
import type { FigureName } from '../../../../labels/pages.js';
import { MatrixFigure } from '../collaboration/matrix-figure.js';
import { NetworkFigure } from '../collaboration/network-figure.js';
import { FlowFigure } from '../compare/flow-figure.js';
import { GradesFigure } from '../progress/grades-figure.js';
import { IndicatorDistance } from '../progress/indicator-distance.js';
import { SheetCourses } from '../progress/sheet-courses.js';
import { GoalsFigure } from '../sdgs/goals-figure.js';
import { QuadrantsFigure } from '../survey/quadrants-figure.js';
import { RanksFigure } from '../survey/ranks-figure.js';
import { SlopesFigure } from '../survey/slopes-figure.js';

/** What shows each figure, and the page that it stands on. */
export const shownFigures: Readonly<
  Record<
    FigureName,
    { readonly page: 'progress' | 'survey' | 'sdgs' | 'collaboration' | 'compare'; readonly Shown: ComponentType }
  >
> = {
  'indicator-distance': { page: 'progress', Shown: IndicatorDistance },
  'sheet-courses': { page: 'progress', Shown: SheetCourses },
  grades: { page: 'progress', Shown: GradesFigure },
  'survey-quadrants': { page: 'survey', Shown: QuadrantsFigure },
  'survey-slopes': { page: 'survey', Shown: SlopesFigure },
  'sdg-goals': { page: 'sdgs', Shown: GoalsFigure },
  'plan-changes': { page: 'compare', Shown: FlowFigure },
  'collaboration-matrix': { page: 'collaboration', Shown: MatrixFigure },
  'collaboration-network': { page: 'collaboration', Shown: NetworkFigure },
  'survey-ranks': { page: 'survey', Shown: RanksFigure },
};
