import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import { useAnswer } from '../client/use-answer.js';
import { MunicipalitiesDocument, type MunicipalitiesQuery, type PlanStage } from '../graphql/graphql.js';
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

/** An address as it stands in a link that is not a component, such as a mark of a chart. */
export const hrefOf = ({ pathname, search }: ReturnType<View['link']>): string =>
  search === '' ? pathname : `${pathname}?${search}`;

const ViewContext = createContext<View | null>(null);

export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error('useView: expected a ViewProvider above');
  return view;
}

/** The key of the municipality that a page is about: `honjo` of `/things/honjo:measure:5-2-3` and of `/cities/honjo`. */
const keyOfPage = (pathname: string): string | undefined =>
  /^\/(?:things\/([^:/]+):|cities\/([^:/]+)\/?$)/.exec(decodeURIComponent(pathname))?.slice(1).find(Boolean);

/**
 * Reads the view from the address, so that an address that is mailed shows the same; a page of a thing or of a municipality
 * shows that municipality.
 */
export function ViewProvider({ children }: { readonly children: ReactNode }) {
  const [parameters] = useSearchParams();
  const { pathname } = useLocation();
  const { answer } = useAnswer(MunicipalitiesDocument, {});
  const municipalities = answer.municipalities.nodes;
  const requested = parameters.get('municipality');
  const ofPage = keyOfPage(pathname);
  const municipality =
    municipalities.find(({ key }) => key === ofPage) ??
    municipalities.find(({ id }) => id === requested) ??
    municipalities[0];
  if (!municipality) throw new Error('No municipality is loaded. / 読み込まれた市区町村がありません。');
  const stage = stages.find((each) => each === parameters.get('stage')) ?? null;
  const view = useMemo<View>(() => {
    const linkOf: View['linkOf'] = (of, pathname, own, at = stage) => {
      const shared = { ...(of !== municipalities[0] && { municipality: of.id }), ...(at && { stage: at }) };
      return { pathname, search: String(new URLSearchParams({ ...own, ...shared })) };
    };
    const link: View['link'] = (pathname, own) => linkOf(municipality, pathname, own);
    return { municipality, municipalities, stage, link, linkOf };
  }, [municipality, municipalities, stage]);
  const address = withStageOfIds(pathname, parameters);
  if (address) return <Navigate to={address} replace />;
  return <ViewContext value={view}>{children}</ViewContext>;
}
