import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import { once } from '../../../labels/once.js';
import { ApiError } from '../client/send.js';
import { useOptionalAnswer } from '../client/use-answer.js';
import { MunicipalitiesDocument, type MunicipalitiesQuery, type PlanStage } from '../graphql/graphql.js';
import { generalNames, type LevelNames, LevelNamesContext } from '../language/language.js';
import { stages, withStageOfIds } from './stages.js';

/** Its `key` is what the ids of its things begin with. */
type Municipality = MunicipalitiesQuery['municipalities']['nodes'][number];

/** What of the graph is looked at, on every page: one municipality, and the stage of its plan; null means in force. */
export interface View {
  readonly municipality: Municipality;
  readonly municipalities: readonly Municipality[];
  readonly stage: PlanStage | null;
  /** The address of a page at this view, with parameters of its own. */
  readonly link: (
    pathname: string,
    parameters?: Readonly<Record<string, string>>,
  ) => { readonly pathname: string; readonly search: string };
  /** The same of another municipality, and at another stage where one is given. */
  readonly linkOf: (
    municipality: Municipality,
    pathname: string,
    parameters?: Readonly<Record<string, string>>,
    stage?: PlanStage | null,
  ) => { readonly pathname: string; readonly search: string };
}

/** The same before it is known which municipalities there are, for what stands around pages. */
export interface Frame extends Omit<View, 'municipality'> {
  /** Null until it is known. */
  readonly municipality: Municipality | null;
  /** Why it is not known; null while it is loading. */
  readonly failure: Error | null;
  /** Asks once more. */
  readonly again: () => void;
  /** What the address names beside the page that does not exist. */
  readonly unknown: readonly string[];
}

/** An address as it stands in a link that is not a component, such as a mark of a chart. */
export const hrefOf = ({ pathname, search }: ReturnType<View['link']>): string =>
  search === '' ? pathname : `${pathname}?${search}`;

const FrameContext = createContext<Frame | null>(null);

export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('useFrame: expected a ViewProvider above');
  return frame;
}

/** What is looked at, below `WhenKnown`. */
export function useView(): View {
  const frame = useFrame();
  if (!frame.municipality) throw new Error('useView: expected WhenKnown above');
  return frame as Frame & View;
}

/** The key of the municipality that a page is about: `honjo` of `/things/honjo:measure:5-2-3` and of `/cities/honjo`. */
const keyOfPage = (pathname: string): string | undefined =>
  /^\/(?:things\/([^:/]+):|cities\/([^:/]+)\/?$)/.exec(decodeURIComponent(pathname))?.slice(1).find(Boolean);

const noMunicipalities: readonly Municipality[] = [];

/**
 * Reads the view from the address, so that an address that is mailed shows the same; a page of a thing or of a municipality
 * shows that municipality. What stands around pages does not wait for the answer.
 */
export function ViewProvider({ children }: { readonly children: ReactNode }) {
  const [parameters] = useSearchParams();
  const { pathname } = useLocation();
  const queries = useQueryClient();
  const { answer, error } = useOptionalAnswer(MunicipalitiesDocument, {});
  const municipalities = answer?.municipalities.nodes ?? noMunicipalities;
  const requested = parameters.get('municipality');
  const isRequested = ({ id, key, name }: Municipality) => requested !== null && [id, key, name].includes(requested);
  const requestedStage = parameters.get('stage');
  const ofPage = keyOfPage(pathname);
  const named = municipalities.find(isRequested);
  const municipality = municipalities.find(({ key }) => key === ofPage) ?? named ?? municipalities[0] ?? null;
  const stage = stages.find((each) => each === requestedStage) ?? null;
  const failure = answer && !municipality ? noneLoaded() : error;
  const frame = useMemo<Frame>(() => {
    const linkTo = (of: Municipality | null, pathname: string, own?: Readonly<Record<string, string>>, at = stage) => {
      const shared = { ...(of && of !== municipalities[0] && { municipality: of.id }), ...(at && { stage: at }) };
      return { pathname, search: String(new URLSearchParams({ ...own, ...shared })) };
    };
    return {
      municipality,
      municipalities,
      stage,
      failure,
      again: () => void queries.resetQueries({ predicate: ({ state }) => state.status === 'error' }),
      unknown: [requested && municipality && !named ? requested : '', stage ? '' : (requestedStage ?? '')].filter(
        Boolean,
      ),
      linkOf: linkTo,
      link: (pathname, own) => linkTo(municipality, pathname, own),
    };
  }, [municipality, municipalities, stage, failure, queries, requested, named, requestedStage]);
  const levelNames = useMemo(() => (municipality ? levelNamesOf(municipality) : generalNames), [municipality]);
  const address = withStageOfIds(pathname, parameters);
  if (address) return <Navigate to={address} replace />;
  return (
    <FrameContext value={frame}>
      <LevelNamesContext value={levelNames}>{children}</LevelNamesContext>
    </FrameContext>
  );
}

/** What a city calls the types that are the levels of its plan. */
export const levelNamesOf = (city: Municipality): LevelNames => ({
  PolicyField: city.policyFieldLevel,
  PolicyItem: city.policyItemLevel,
  Measure: city.measureLevel,
  Project: city.projectLevel,
});

const noneLoaded = once(
  () => new ApiError('NOT_FOUND', 'No municipality is loaded.', '読み込まれた市区町村がありません。'),
);
